using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Schemes: roles of their own for teams and channels. Without a license there are none and none can be made.</summary>
internal static class SchemeRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/schemes", List);
        service.On("POST", "/schemes", Create);
        service.On("GET", "/schemes/{scheme_id}", call => Call.Json(Scheme(call)));
        service.On("PUT", "/schemes/{scheme_id}/patch", Patch);
        service.On("DELETE", "/schemes/{scheme_id}", Delete);
        service.On("GET", "/schemes/{scheme_id}/teams", Teams);
        service.On("GET", "/schemes/{scheme_id}/channels", Channels);
        service.On("PUT", "/teams/{team_id}/scheme", SetTeam);
        service.On("PUT", "/channels/{channel_id}/scheme", SetChannel);
    }

    private static SandboxResponse List(Call call)
    {
        call.NeedAdmin();
        var scope = call.Query["scope"] ?? "";
        if (scope is not ("" or "team" or "channel"))
            throw Problem.InvalidBody("scope");
        return Call.Json(call.Page(call.State.Server.Schemes.Sorted.Where(scheme => scheme.DeleteAt == 0 && (scope.Length == 0 || scheme.Scope == scope))));
    }

    private static Scheme Scheme(Call call, string? licenseError = null)
    {
        var id = call.Id("scheme_id");
        if (licenseError is not null)
            NeedLicense(call, licenseError);
        call.NeedAdmin();
        return Find(call, id);
    }

    private static Scheme Find(Call call, string id) =>
        call.State.Server.Schemes[id] is { DeleteAt: 0 } scheme ? scheme : throw new Problem(404, "app.scheme.get.app_error", "There is no such scheme.");

    private static void NeedLicense(Call call, string error) => call.NeedLicense(error, "custom_permissions_schemes");

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("scheme");
        NeedLicense(call, "api.scheme.create_scheme.license.error");
        call.NeedAdmin();
        var (name, title, about, scope) = (body.Text("name") ?? "", body.Text("display_name") ?? "", body.Text("description") ?? "", body.Text("scope") ?? "");
        Check(name, title, about);
        if (scope is not ("team" or "channel"))
            throw Invalid();
        if (call.State.Server.Schemes.Sorted.Any(scheme => scheme.Name == name))
            throw new Problem(400, "app.scheme.save.app_error", "Another scheme has that name.");
        return Call.Json(call.State.Server.AddScheme(name, title, about, scope, call.State.Now()), 201);
    }

    private static void Check(string name, string title, string about)
    {
        if (name.Length is < 2 or > 64 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') || title.Length is 0 or > 128 || about.Length > 1024)
            throw Invalid();
    }

    private static Problem Invalid() => new(400, "app.scheme.save.invalid_scheme.app_error", "The scheme isn't valid.");

    private static SandboxResponse Patch(Call call)
    {
        var body = call.Body("scheme");
        var scheme = Scheme(call, "api.scheme.patch_scheme.license.error");
        var (name, title, about) = (body.Text("name") ?? scheme.Name, body.Text("display_name") ?? scheme.DisplayName, body.Text("description") ?? scheme.Description);
        Check(name, title, about);
        (scheme.Name, scheme.DisplayName, scheme.Description, scheme.UpdateAt) = (name, title, about, call.State.Now());
        return Call.Json(scheme);
    }

    // The scheme's roles go with it, and who had it goes back to the server's own.
    private static SandboxResponse Delete(Call call)
    {
        var scheme = Scheme(call, "api.scheme.delete_scheme.license.error");
        var now = scheme.DeleteAt = scheme.UpdateAt = call.State.Now();
        foreach (var name in scheme.Roles)
            call.State.Server.RoleByName(name)!.DeleteAt = now;
        foreach (var team in call.State.Teams.Sorted.Where(team => team.SchemeId == scheme.Id))
            team.SchemeId = "";
        foreach (var channel in call.State.Channels.Sorted.Where(channel => channel.SchemeId == scheme.Id))
            channel.SchemeId = "";
        return Call.Ok();
    }

    private static SandboxResponse Teams(Call call)
    {
        var scheme = Scheme(call);
        if (scheme.Scope != "team")
            throw new Problem(400, "api.scheme.get_teams_for_scheme.scope.error", "The scheme isn't one of teams.");
        return Call.Json(call.Page(call.State.Teams.Sorted.Where(team => team.SchemeId == scheme.Id)));
    }

    private static SandboxResponse Channels(Call call)
    {
        var scheme = Scheme(call);
        if (scheme.Scope != "channel")
            throw new Problem(400, "api.scheme.get_channels_for_scheme.scope.error", "The scheme isn't one of channels.");
        return Call.Json(call.Page(call.State.Channels.Sorted.Where(channel => channel.SchemeId == scheme.Id)));
    }

    private static SandboxResponse SetTeam(Call call)
    {
        var id = Wanted(call, "api.team.update_team_scheme.license.error");
        if (id.Length > 0 && Find(call, id).Scope != "team")
            throw new Problem(400, "api.team.update_team_scheme.scheme_scope.error", "The scheme isn't one of teams.");
        var team = call.Team();
        (team.SchemeId, team.UpdateAt) = (id, call.State.Now());
        return Call.Ok();
    }

    private static SandboxResponse SetChannel(Call call)
    {
        var id = Wanted(call, "api.channel.update_channel_scheme.license.error");
        if (id.Length > 0 && Find(call, id).Scope != "channel")
            throw new Problem(400, "api.channel.update_channel_scheme.scheme_scope.error", "The scheme isn't one of channels.");
        var channel = call.Channel();
        (channel.SchemeId, channel.UpdateAt) = (id, call.State.Now());
        return Call.Ok();
    }

    // An empty id takes the scheme away.
    private static string Wanted(Call call, string licenseError)
    {
        var id = call.Body("scheme_id").Text("scheme_id");
        if (id is null || (id.Length > 0 && !Call.IsId(id)))
            throw Problem.InvalidBody("scheme_id");
        NeedLicense(call, licenseError);
        call.NeedAdmin();
        return id;
    }
}
