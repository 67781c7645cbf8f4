using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>One request to Mattermost: who asks, what the path and body name, and the forms of the answers.</summary>
internal sealed class Call(MattermostService service, SandboxRequest request)
{
    private const int DefaultPageSize = 60;
    private const int MaxPageSize = 200;

    public SandboxRequest Request => request;

    public MattermostService Service => service;

    public MattermostState State => service.State;

    public Session Session => (Session)request.Caller!;

    public ServerConfig Config => State.Server.Config(service.BaseUri);

    public User Me => Session.User;

    /// <summary>Whether it came over the socket in the file system, and from nobody with an account.</summary>
    public bool IsLocal => request.IsLocal;

    /// <summary>Who tells a channel what was done with it: what nobody with an account does is told by the server's own bot.</summary>
    public User Teller => IsLocal ? State.SystemBot() : Me;

    public ValueList Query => request.Query;

    // ---- What the path names ------------------------------------------------------------------------------------------------

    /// <summary>An id of the path, which has to look like one.</summary>
    public string Id(string name)
    {
        var id = request.Route(name);
        return IsId(id) ? id : throw Problem.InvalidUrl(name);
    }

    public static bool IsId(string? text) => text is { Length: 26 } && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The user of the path, <c>me</c> being the caller.</summary>
    public User User(string name = "user_id") => IsMe(name) ? Me : State.Users[Id(name)] ?? throw Problem.NoUser();

    /// <summary>The user's id of the path, where the server asks nobody whether there is such a user.</summary>
    public string UserId(string name = "user_id") => IsMe(name) ? Me.Id : Id(name);

    private bool IsMe(string name) => request.Route(name) == "me" && !IsLocal;

    public Team Team(string name = "team_id") => State.Teams[Id(name)] ?? throw Problem.NoTeam();

    public Channel Channel(string name = "channel_id") => State.Channels[Id(name)] ?? throw Problem.NoChannel();

    /// <summary>A post of the path that hasn't been deleted.</summary>
    public Post Post(string name = "post_id") =>
        State.Posts.TryGetValue(Id(name), out var post) && post.DeleteAt == 0 ? post : throw Problem.NoPost();

    // ---- What the body says -------------------------------------------------------------------------------------------------

    /// <summary>The body, which has to be an object.</summary>
    public JsonObject Body(string what) => request.Json as JsonObject ?? throw Problem.InvalidBody(what);

    /// <summary>The body, which has to be a list of texts and not empty.</summary>
    public List<string> BodyList(string what)
    {
        var items = (request.Json as JsonArray)?.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : "").ToList();
        return items is { Count: > 0 } ? items : throw Problem.InvalidBody(what);
    }

    // ---- What the caller may --------------------------------------------------------------------------------------------------

    public static void Need(bool allowed)
    {
        if (!allowed)
            throw Problem.Forbidden();
    }

    public void NeedAdmin() => Need(Me.IsAdmin);

    /// <summary>Something that needs a license, one whose features have it if a feature is named.</summary>
    public void NeedLicense(string errorId, string? feature = null, int status = 501)
    {
        if (!State.Server.IsLicensed(feature))
            throw new Problem(status, errorId, "The license does not include this.");
    }

    /// <summary>Guest accounts need a license, and are off until they are switched on.</summary>
    public void NeedGuests(string error, string suffix = ".error", int status = 501)
    {
        NeedLicense(error + ".license" + suffix, status: status);
        if (!Config.IsOn("GuestAccountsSettings.Enable"))
            throw new Problem(status, error + ".disabled" + suffix, "Guest accounts are switched off.");
    }

    /// <summary>Only oneself or an administrator.</summary>
    public void NeedSelf(User user) => NeedSelf(user.Id);

    public void NeedSelf(string userId) => Need(userId == Me.Id || Me.IsAdmin);

    public bool InTeam(Team team) => Me.IsAdmin || team.Members.Has(Me.Id);

    public bool ManagesTeam(Team team) => Me.IsAdmin || team.Members[Me.Id]?.SchemeAdmin == true;

    public bool InChannel(Channel channel) =>
        Me.IsAdmin || channel.Members.Has(Me.Id) || (State.Teams[channel.TeamId] is { } team && ManagesTeam(team));

    public bool ManagesChannel(Channel channel) =>
        Me.IsAdmin || channel.Members[Me.Id]?.SchemeAdmin == true || (State.Teams[channel.TeamId] is { } team && ManagesTeam(team));

    /// <summary>A member may read; an open channel may be looked at by the whole team.</summary>
    public bool MayRead(Channel channel) => InChannel(channel) || (channel.Type == "O" && State.Teams[channel.TeamId] is { } team && InTeam(team));

    /// <summary>The channel of the path that the caller is in; an unknown one is refused like a foreign one.</summary>
    public Channel ReadableChannel(string name = "channel_id") => Readable(Id(name));

    public Channel Readable(string channelId) =>
        State.Channels[channelId] is { } channel && InChannel(channel) ? channel : throw Problem.Forbidden();

    public Channel ChannelOf(Post post) => State.Channels[post.ChannelId]!;

    /// <summary>Says no to any other format of an answer than the old one.</summary>
    public void NeedOldFormat(string errorId)
    {
        switch (Query["format"])
        {
            case "old":
                return;
            case null or "":
                throw new Problem(501, errorId, "Only the old format exists.");
            default:
                throw Problem.InvalidBody("format");
        }
    }

    /// <summary>Notes what the caller does, for administrators to read.</summary>
    public void Audit(string action, string extra) => Audit(Session, action, extra);

    public void Audit(Session session, string action, string extra) => Audit(session.User.Id, session.Id, action, extra);

    /// <summary>Notes what somebody does who has no session, or nobody yet known.</summary>
    public void Audit(string userId, string sessionId, string action, string extra) => State.Server.Audits.Add(new()
    {
        Id = State.NewId(),
        CreateAt = State.Now(),
        UserId = userId,
        Action = action,
        ExtraInfo = extra,
        IpAddress = request.RemoteAddress,
        SessionId = sessionId,
    });

    // ---- Answers --------------------------------------------------------------------------------------------------------------

    public static SandboxResponse Json<T>(T value, int status = 200) =>
        SandboxResponse.Json(value, (JsonTypeInfo<T>)MattermostJson.Default.GetTypeInfo(typeof(T))!, status);

    public static SandboxResponse Ok() => SandboxResponse.Text(200, """{"status":"OK"}""", "application/json");

    public SandboxResponse Seen(User user, int status = 200) => Json(user.SeenBy(Me), status);

    public SandboxResponse Seen(IEnumerable<User> users) => Json(users.Select(user => user.SeenBy(Me)).ToList());

    /// <summary>A user as whoever has just changed it sees it: with settings, though without what only oneself is shown.</summary>
    public SandboxResponse Changed(User user, int status = 200) => Json(user.SeenByEditor(Me), status);

    public Team Seen(Team team) => ManagesTeam(team) ? team : team.SeenBy(Me);

    /// <summary>The page that the query asks for: from 0, of 60 unless asked, silently never more than 200.</summary>
    public List<T> Page<T>(IEnumerable<T> items) => Page(items, Query.Int("page"), Query.Int("per_page"));

    /// <summary>The page that a body asks for.</summary>
    public List<T> Page<T>(IEnumerable<T> items, JsonObject body) => Page(items, body.Int("page"), body.Int("per_page"));

    public int PageNumber => (int)(Query.Int("page") is >= 0 and <= int.MaxValue and var page ? page : 0);

    public int PageSize => SizeOf(Query.Int("per_page"));

    private List<T> Page<T>(IEnumerable<T> items, long? page, long? perPage)
    {
        var size = SizeOf(perPage);
        var skip = page is > 0 ? Math.Min(page.Value * size, int.MaxValue) : 0;
        return [.. service.Faults.Page(items, (int)skip, size)];
    }

    private int SizeOf(long? perPage) =>
        service.Faults.PageSize((int)(perPage is >= 0 ? Math.Min(perPage.Value, MaxPageSize) : DefaultPageSize), DefaultPageSize);
}

/// <summary>Reads members of a body, whose types may be anything.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var node) && node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Bool(this JsonObject body, string name) => body.TryGetPropertyValue(name, out var node) ? node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    } : null;

    public static long? Int(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var node) && node is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static JsonObject? Object(this JsonObject body, string name) => body[name] as JsonObject;

    public static List<string> Texts(this JsonObject body, string name) =>
        [.. (body[name] as JsonArray ?? []).Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : "").Where(text => text.Length > 0)];

    public static Dictionary<string, string>? Map(this JsonObject body, string name) => body.Object(name)?.Map();

    public static Dictionary<string, string> Map(this JsonObject body) =>
        body.ToDictionary(pair => pair.Key, pair => pair.Value is JsonValue value && value.TryGetValue(out string? text) ? text : pair.Value?.ToJsonString() ?? "");
}
