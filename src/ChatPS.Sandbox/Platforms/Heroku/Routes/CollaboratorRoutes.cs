using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Who takes part in an app, its owner included.</summary>
internal static class CollaboratorRoutes
{
    private const string All = "/apps/{app_identity}/collaborators";
    private const string One = All + "/{collaborator_identity}";
    public static readonly SortOrder<Collaborator> Order = new(("email", collaborator => collaborator.User.Email));

    public static void MapCollaborators(this HerokuService heroku)
    {
        heroku.MapApp("GET", All, "view", (call, app) => call.List(app.Collaborators, Order, collaborator => collaborator.ToJson(app)));
        heroku.MapApp("POST", All, "manage", (call, app) => HerokuAnswer.Json(Add(call, app).ToJson(app), 201));
        heroku.MapApp("GET", One, "view", (call, app) => HerokuAnswer.Json(Find(call, app, "collaborator_identity").ToJson(app)));
        heroku.MapApp("DELETE", One, "view", (call, app) => HerokuAnswer.Json(Remove(call, app, "collaborator_identity").ToJson(app)));
    }

    public static JsonObject ToJson(this Collaborator collaborator, App app) => new JsonObject
    {
        ["id"] = collaborator.Id,
        ["app"] = app.ToReference(),
        ["permissions"] = collaborator.Permissions.Select(ToPermissionJson).ToJsonArray(),
        ["role"] = app.Team is { } team ? team.RoleOf(collaborator.User) ?? "collaborator" : app.Owner == collaborator.User ? "owner" : "collaborator",
        ["user"] = new JsonObject { ["id"] = collaborator.User.Id, ["email"] = collaborator.User.Email, ["federated"] = collaborator.User.Federated },
    }.WithTimes(collaborator);

    public static JsonObject ToPermissionJson(string name) => new()
    {
        ["name"] = name,
        ["description"] = name switch
        {
            "view" => "Look at the app, its dynos and its log",
            "deploy" => "Deploy code and run one-off dynos",
            "operate" => "Change config vars, scale, restart and set maintenance mode",
            _ => "Change who takes part, rename, move and delete the app",
        },
    };

    /// <summary>The collaborator of the path: by its own id or by the user's id or address.</summary>
    public static Collaborator Find(HerokuCall call, App app, string name)
    {
        var identity = call.Route(name);
        return app.Collaborators.Find(collaborator =>
                identity == collaborator.Id || identity == collaborator.User.Id || identity.Equals(collaborator.User.Email, StringComparison.OrdinalIgnoreCase))
            ?? throw HerokuAnswer.NotFound("collaborator");
    }

    /// <summary>Adds the account that the body names.</summary>
    public static Collaborator Add(HerokuCall call, App app)
    {
        var user = call.Named("user", call.State.Accounts) ?? throw HerokuAnswer.Missing("user");
        _ = call.Flag("silent");
        if (app.Collaborators.Exists(collaborator => collaborator.User == user))
            throw HerokuAnswer.Invalid($"{user.Email} already takes part in {app.Name}.");
        var collaborator = new Collaborator { Id = call.State.NewId(), CreatedAt = call.Time, User = user };
        app.Collaborators.Add(collaborator);
        return collaborator;
    }

    /// <summary>Takes a collaborator away; everybody may leave, others only who manages the app may send.</summary>
    public static Collaborator Remove(HerokuCall call, App app, string name)
    {
        var collaborator = Find(call, app, name);
        if (collaborator.User != call.Me)
            _ = call.AppOf(app.Id, "manage");
        if (app.Team is null && collaborator.User == app.Owner)
            throw HerokuAnswer.Invalid("The owner of an app cannot leave it; transfer it first.");
        app.Collaborators.Remove(collaborator);
        return collaborator;
    }
}
