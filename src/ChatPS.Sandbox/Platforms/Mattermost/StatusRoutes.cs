using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Presence.</summary>
internal static class StatusRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/status", call => Call.Json(Of(call.User())));
        service.On("POST", "/users/status/ids", call =>
            Call.Json(call.BodyList("user_ids").Select(id => call.State.Users[id]).OfType<User>().Select(Of).ToList()));
        service.On("PUT", "/users/{user_id}/status", Set);
    }

    private static UserStatus Of(User user) => new() { UserId = user.Id, Status = user.Status, Manual = user.StatusIsManual, LastActivityAt = user.LastActivityAt };

    private static SandboxResponse Set(Call call)
    {
        var user = call.User();
        var body = call.Body("status");
        if (body.Text("user_id") != user.Id)
            throw Problem.InvalidBody("user_id");
        call.NeedSelf(user);
        var status = body.Text("status");
        if (status is not ("online" or "away" or "dnd" or "offline"))
            throw Problem.InvalidBody("status");
        (user.Status, user.StatusIsManual, user.LastActivityAt) = (status, true, call.State.Now());
        call.State.News.StatusChanged(user);
        return Call.Json(Of(user));
    }
}
