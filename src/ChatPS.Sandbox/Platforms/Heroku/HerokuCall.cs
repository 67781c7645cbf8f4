using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>A request of a known account: what its path and body stand for, or the error that they deserve.</summary>
internal sealed class HerokuCall(HerokuService service, SandboxRequest request)
{
    private JsonObject? _body;

    public HerokuService Service => service;

    /// <summary>The same call with another body, such as a part of its own.</summary>
    public HerokuCall With(JsonObject body) => new(service, request) { _body = body };

    public HerokuState State => service.State;

    public SandboxRequest Request => request;

    public DateTimeOffset Time => request.Time;

    public Account Me => Caller.Account;

    public HerokuCaller Caller => (HerokuCaller)request.Caller!;

    // ---- What the path names ------------------------------------------------------------------------------------------------

    public string Route(string name) => request.Route(name);

    /// <summary>The app of the path, which the caller may look at, deploy to, operate or manage.</summary>
    public App App(string permission = "view", string name = "app_identity") => AppOf(Route(name), permission);

    /// <summary>An app by its id or name, if the caller has the permission.</summary>
    public App AppOf(string? identity, string permission = "view")
    {
        var app = State.Apps.Find(identity) ?? throw HerokuAnswer.NotFound("app");
        return app.PermissionsOf(Me).Contains(permission) ? app : throw HerokuAnswer.Forbidden($"You do not have the permission to {permission} the app {app.Name}.");
    }

    /// <summary>The team of the path: of its members only, or of those with the role.</summary>
    public Team Team(string? role = null, string name = "team_identity")
    {
        var team = State.Teams.Find(Route(name)) ?? throw HerokuAnswer.NotFound("team");
        return team.RoleOf(Me) is { } own && (role is null || own == role) ? team : throw HerokuAnswer.Forbidden();
    }

    /// <summary>The account of the path: by id, by address, or <c>~</c> for the caller. Nobody sees other accounts.</summary>
    public Account OwnAccount(string name = "account_identity")
    {
        var identity = Route(name);
        var account = identity == "~" ? Me : State.Accounts.Find(identity) ?? throw HerokuAnswer.NotFound("account");
        return account == Me ? account : throw HerokuAnswer.Forbidden();
    }

    // ---- What the body says -------------------------------------------------------------------------------------------------

    /// <summary>The body, an empty object when there is none.</summary>
    public JsonObject Body => _body ??= request.Body.IsEmpty
        ? []
        : request.Json as JsonObject ?? throw HerokuAnswer.BadRequest("The body is not a JSON object.");

    public bool Has(string name) => Body.ContainsKey(name);

    /// <summary>A text of the body; null when it is absent or null, refused when it is something else.</summary>
    public string? Text(string name) => Body.Text(name);

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw HerokuAnswer.Missing(name);

    public bool? Flag(string name) => Body.Flag(name);

    public bool RequiredFlag(string name) => Flag(name) ?? throw HerokuAnswer.Missing(name);

    public int? Number(string name) => Body.Number(name);

    /// <summary>Whether related resources of that name shall come whole instead of as references.</summary>
    public bool Expands(string name) => request.Headers.All("Accept-Expansion").SelectMany(names => names.Split(',')).Any(given => given.Trim() == name);

    /// <summary>What the body names by id or name, as a text or in an object of its own; null when it doesn't, refused when there is no such thing.</summary>
    public T? Named<T>(string name, Table<T> table)
        where T : Entity =>
        Body.Named(name, table);

    // ---- What the caller may ------------------------------------------------------------------------------------------------

    /// <summary>Refuses what costs to those who cannot pay.</summary>
    public void NeedSolvency(bool verification = false)
    {
        if (Me.DelinquentAt is not null)
            throw HerokuAnswer.Delinquent();
        if (verification && !Me.Verified)
            throw HerokuAnswer.VerificationRequired();
    }

    // ---- Answers ------------------------------------------------------------------------------------------------------------

    /// <summary>The part of a list that the Range header asks for.</summary>
    public SandboxResponse List<T>(IEnumerable<T> items, SortOrder<T> order, Func<T, JsonNode> toJson)
        where T : Entity =>
        HerokuRange.Answer(request, service.Faults, items, order, toJson);
}

/// <summary>Reads members of a body, whose types may be anything: what is absent or null is null, what doesn't fit is refused.</summary>
internal static class HerokuBody
{
    public static string? Text(this JsonObject body, string name) => Read<string>(body, name, "a text");

    public static bool? Flag(this JsonObject body, string name) => body[name] is null ? null : Read<bool>(body, name, "true or false");

    public static int? Number(this JsonObject body, string name) => body[name] is null ? null : Read<int>(body, name, "a number");

    public static JsonObject? Object(this JsonObject body, string name) =>
        body[name] is null or JsonObject ? body[name] as JsonObject : throw HerokuAnswer.Invalid($"The parameter {name} has to be an object.");

    public static List<string>? Texts(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonArray items => [.. items.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Unfit(name, "a list of texts"))],
        _ => throw Unfit(name, "a list of texts"),
    };

    /// <summary>An id or name, which may stand in an object of its own.</summary>
    public static string? Identity(this JsonObject body, string name) =>
        body[name] is JsonObject named ? named.Text("id") ?? named.Text("name") : body.Text(name);

    /// <summary>What is named by id or name.</summary>
    public static T? Named<T>(this JsonObject body, string name, Table<T> table)
        where T : Entity
    {
        var identity = body.Identity(name);
        return identity is null ? null : table.Find(identity) ?? throw HerokuAnswer.Invalid($"There is no {name.Replace('_', ' ')} {identity}.");
    }

    /// <summary>An object of texts, as config vars or process types are.</summary>
    public static SortedDictionary<string, string>? Map(this JsonObject body, string name)
    {
        if (body.Object(name) is not { } values)
            return null;
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in values.Select(pair => pair.Key))
            map[key] = values.Text(key) ?? throw Unfit($"{name}.{key}", "a text");
        return map;
    }

    private static T? Read<T>(JsonObject body, string name, string kind) => body[name] switch
    {
        null => default,
        JsonValue value when value.TryGetValue(out T? read) => read,
        _ => throw Unfit(name, kind),
    };

    private static SandboxAnswerException Unfit(string name, string kind) => HerokuAnswer.Invalid($"The parameter {name} has to be {kind}.");
}
