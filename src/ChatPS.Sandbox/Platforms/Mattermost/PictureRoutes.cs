using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The pictures of users and teams.</summary>
internal static class PictureRoutes
{
    // One grey point.
    private static readonly byte[] Drawn = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/image", call => Picture(call.User().Picture ?? Drawn));
        service.On("GET", "/users/{user_id}/image/default", call => call.User() is var _ ? Picture(Drawn) : throw Problem.NoUser());
        service.On("POST", "/users/{user_id}/image", SetOfUser);
        service.On("DELETE", "/users/{user_id}/image", RemoveOfUser);
        service.On("GET", "/teams/{team_id}/image", OfTeam);
        service.On("POST", "/teams/{team_id}/image", SetOfTeam);
        service.On("DELETE", "/teams/{team_id}/image", RemoveOfTeam);
    }

    private static SandboxResponse Picture(byte[] content) =>
        SandboxResponse.Bytes(200, content, "image/png").With("Cache-Control", "max-age=86400, private");

    private static SandboxResponse SetOfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        user.Picture = Uploaded(call, "api.user.upload_profile_user");
        user.UpdateAt = user.LastPictureUpdate = call.State.Now();
        return Call.Ok();
    }

    private static SandboxResponse RemoveOfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        user.Picture = null;
        user.UpdateAt = user.LastPictureUpdate = call.State.Now();
        return Call.Ok();
    }

    private static byte[] Uploaded(Call call, string error)
    {
        if (!call.Request.IsContent("multipart/"))
            throw new Problem(400, error + ".parse.app_error", "The upload cannot be read.");
        var part = call.Request.Parts.FirstOrDefault(part => part.Name == "image") ?? throw new Problem(400, error + ".no_file.app_error", "There is no picture in the upload.");
        var content = part.Body.ToArray();
        return PictureFormat.Of(content) is not null
            ? content
            : throw new Problem(400, error + ".decode.app_error", "That is no picture.");
    }

    private static SandboxResponse OfTeam(Call call)
    {
        var team = call.Team();
        Call.Need(call.InTeam(team) || (team.Type == "O" && team.AllowOpenInvite));
        return Picture(team.Icon ?? throw new Problem(404, "api.team.get_team_icon.read_file.app_error", "The team has no picture."));
    }

    private static Team Managed(Call call)
    {
        var team = call.Team();
        Call.Need(call.ManagesTeam(team));
        return team;
    }

    private static SandboxResponse SetOfTeam(Call call)
    {
        var team = Managed(call);
        team.Icon = Uploaded(call, "api.team.set_team_icon");
        team.UpdateAt = team.LastTeamIconUpdate = call.State.Now();
        return Call.Ok();
    }

    private static SandboxResponse RemoveOfTeam(Call call)
    {
        var team = Managed(call);
        // The picture itself stays where it is, and can still be had.
        (team.LastTeamIconUpdate, team.UpdateAt) = (0, call.State.Now());
        return Call.Ok();
    }
}
