using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The apps of teams, and who takes part in them with which permissions.</summary>
internal static class TeamAppRoutes
{
    private const string CollaboratorIdentity = "team_app_collaborator_identity";

    public static void MapTeamApps(this HerokuService heroku)
    {
        heroku.Map("GET", "/teams/permissions", _ => HerokuAnswer.Json(App.AllPermissions.Select(CollaboratorRoutes.ToPermissionJson).ToJsonArray()));
        heroku.Map("GET", "/organizations/apps", call => call.List(
            call.State.AppsOf(call.Me).Where(app => app.Team is not null), AppRoutes.Order, app => ToJson(app, call.Me)));
        foreach (var teams in (string[])["/teams", "/organizations"])
        {
            heroku.Map("POST", teams + "/apps", Create);
            heroku.Map("GET", teams + "/apps/{team_app_identity}", call => Answer(call, call.App(name: "team_app_identity")));
            heroku.Map("PATCH", teams + "/apps/{team_app_identity}", Update);
            heroku.Map("GET", teams + "/{team_identity}/apps", call => call.List(
                TeamRoutes.AppsOf(call, call.Team()), AppRoutes.Order, app => ToJson(app, call.Me)));

            var collaborators = teams + "/apps/{team_app_identity}/collaborators";
            heroku.Map("GET", collaborators, call =>
            {
                var app = TeamApp(call, "view");
                return call.List(app.Collaborators, CollaboratorRoutes.Order, collaborator => collaborator.ToJson(app));
            });
            heroku.Map("POST", collaborators, AddCollaborator);
            heroku.Map("GET", collaborators + "/{team_app_collaborator_identity}", call =>
            {
                var app = TeamApp(call, "view");
                return HerokuAnswer.Json(CollaboratorOf(call, app).ToJson(app));
            });
            heroku.Map("PATCH", collaborators + "/{team_app_collaborator_identity}", UpdateCollaborator);
            heroku.Map("DELETE", collaborators + "/{team_app_collaborator_identity}", call =>
            {
                var app = TeamApp(call, "view");
                return HerokuAnswer.Json(CollaboratorRoutes.Remove(call, app, CollaboratorIdentity).ToJson(app));
            });
        }
    }

    /// <summary>Makes an app for a team: the one named, else the default one, unless the app is to be personal.</summary>
    public static App New(HerokuCall call)
    {
        var named = call.Text("team") ?? call.Text("organization");
        var team = named is not null ? call.State.Teams.Find(named) ?? throw HerokuAnswer.NotFound("team") : call.Me.DefaultTeam;
        if (call.Flag("personal") == true)
            team = null;
        NeedMembership(call, team);
        if (call.Text("space") is not null)
            throw HerokuAnswer.NotFound("space");
        var locked = call.Flag("locked") ?? false;
        var app = AppRoutes.Create(call, team);
        app.Locked = locked && team is not null;
        return app;
    }

    private static SandboxResponse Create(HerokuCall call) => Answer(call, New(call), 201).WithWarning(call);

    private static SandboxResponse Update(HerokuCall call)
    {
        var app = call.App("manage", "team_app_identity");
        if (call.Text("owner") is { } owner)
            Transfer(call, app, owner);
        if (call.Flag("locked") is { } locked)
            app.Locked = app.Team is null ? throw HerokuAnswer.Invalid("Only a team's app can be locked.") : locked;
        app.UpdatedAt = call.Time;
        return Answer(call, app);
    }

    /// <summary>Gives an app to an account or a team, whichever is called so.</summary>
    private static void Transfer(HerokuCall call, App app, string owner)
    {
        if (call.State.Accounts.Find(owner) is { } account)
        {
            call.State.Give(app, account, call.Time);
            // Only a team's app can be locked.
            app.Locked = false;
            return;
        }

        var team = call.State.Teams.Find(owner) ?? throw HerokuAnswer.NotFound("owner");
        NeedMembership(call, team);
        (app.Team, app.Locked) = (team, false);
    }

    private static void NeedMembership(HerokuCall call, Team? team)
    {
        if (team is not null && team.RoleOf(call.Me) is not ("admin" or "member"))
            throw HerokuAnswer.Forbidden($"You are no member of the team {team.Name} that may bring apps.");
    }

    private static SandboxResponse AddCollaborator(HerokuCall call)
    {
        var app = TeamApp(call, "manage");
        var permissions = PermissionsOf(call);
        var collaborator = CollaboratorRoutes.Add(call, app);
        collaborator.Permissions = permissions ?? collaborator.Permissions;
        return HerokuAnswer.Json(collaborator.ToJson(app), 201);
    }

    private static SandboxResponse UpdateCollaborator(HerokuCall call)
    {
        var app = TeamApp(call, "manage");
        var collaborator = CollaboratorOf(call, app);
        collaborator.Permissions = PermissionsOf(call) ?? throw HerokuAnswer.Missing("permissions");
        collaborator.UpdatedAt = call.Time;
        return HerokuAnswer.Json(collaborator.ToJson(app));
    }

    private static App TeamApp(HerokuCall call, string permission) =>
        call.App(permission, "team_app_identity") is { Team: not null } app
            ? app
            : throw HerokuAnswer.Invalid("The app belongs to no team.");

    private static Collaborator CollaboratorOf(HerokuCall call, App app) => CollaboratorRoutes.Find(call, app, CollaboratorIdentity);

    /// <summary>The permissions that the body names, in their order; whoever may do anything may look.</summary>
    private static List<string>? PermissionsOf(HerokuCall call)
    {
        if (call.Body.Texts("permissions") is not { } names)
            return null;
        return names.Find(name => !App.AllPermissions.Contains(name)) is { } unknown
            ? throw HerokuAnswer.Invalid($"There is no permission {unknown}, only {string.Join(", ", App.AllPermissions)}.")
            : [.. App.AllPermissions.Where(name => name == "view" || names.Contains(name))];
    }

    private static SandboxResponse Answer(HerokuCall call, App app, int status = 200) => HerokuAnswer.Json(ToJson(app, call.Me), status);

    /// <summary>A team's app as a member sees it.</summary>
    public static JsonObject ToJson(App app, Account caller)
    {
        var json = app.ToJson();
        json["joined"] = app.IsJoinedBy(caller);
        json["locked"] = app.Locked;
        return json;
    }
}
