using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Presence.</summary>
internal static class StatusRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/status", call => Call.Json(Of(call, call.UserId())));
        service.On("POST", "/users/status/ids", OfMany);
        service.On("PUT", "/users/{user_id}/status", Set);
        service.On("PUT", "/users/{user_id}/status/custom", SetWords);
        service.On("DELETE", "/users/{user_id}/status/custom", ClearWords);
    }

    /// <summary>The words beside the status are kept among the user's properties, as JSON in a text.</summary>
    private static SandboxResponse SetWords(Call call)
    {
        var (user, body) = (call.User(), call.Body("custom_status"));
        var (emoji, text) = (body.Text("emoji") ?? "", body.Text("text") ?? "");
        var until = DateTimeOffset.TryParse(body.Text("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null;
        if (emoji.Length + text.Length == 0 || until < call.Request.Time || (until is null && body.Text("duration") is { Length: > 0 }))
            throw Problem.InvalidBody("custom_status");
        call.NeedSelf(user);
        var words = new JsonObject { ["emoji"] = emoji, ["text"] = text, ["duration"] = body.Text("duration") ?? "", ["expires_at"] = body.Text("expires_at") ?? "0001-01-01T00:00:00Z" };
        user.Props = new(user.Props ?? []) { ["customStatus"] = words.ToJsonString() };
        user.UpdateAt = call.State.Now();
        return Call.Ok();
    }

    private static SandboxResponse ClearWords(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        user.Props = new(user.Props ?? []);
        user.Props.Remove("customStatus");
        user.UpdateAt = call.State.Now();
        return Call.Ok();
    }

    /// <summary>Whoever isn't there cannot be reached either: the server doesn't tell one from the other.</summary>
    private static UserStatus Of(Call call, string id) => call.State.Users[id] is { } user ? Of(user) : new() { UserId = id, Status = "offline" };

    private static SandboxResponse OfMany(Call call)
    {
        var ids = call.BodyList("user_ids");
        return ids.TrueForAll(Call.IsId) ? Call.Json(ids.Distinct().Select(id => Of(call, id)).ToList()) : throw Problem.InvalidBody("user_ids");
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
        // Whoever is here may be taken for away later; what else one says of oneself stays until one says otherwise.
        (user.Status, user.StatusIsManual) = (status, status != "online");
        if (status is "online" or "offline")
            user.LastActivityAt = call.State.Now();
        call.State.News.StatusChanged(user);
        return Call.Json(Of(user));
    }
}
