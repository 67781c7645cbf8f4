using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Preferences, and the posts that some of them put aside.</summary>
internal static class PreferenceRoutes
{
    private const string Flagged = "flagged_post";

    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/preferences", call => List(call, null));
        service.On("GET", "/users/{user_id}/preferences/{category}", call => List(call, call.Request.Route("category")));
        service.On("PUT", "/users/{user_id}/preferences", call => Change(call, true));
        service.On("POST", "/users/{user_id}/preferences/delete", call => Change(call, false));
        service.On("GET", "/users/{user_id}/posts/flagged", FlaggedPosts);
    }

    private static SandboxResponse List(Call call, string? category)
    {
        var user = call.User();
        call.NeedSelf(user);
        var found = call.State.Preferences.Where(pair => pair.Key.UserId == user.Id && (category is null || pair.Key.Category == category))
            .Select(pair => (JsonNode)new JsonObject
            {
                ["user_id"] = user.Id,
                ["category"] = pair.Key.Category,
                ["name"] = pair.Key.Name,
                ["value"] = pair.Value,
            }).ToArray();
        return category is null || found.Length > 0
            ? SandboxResponse.Json(new JsonArray(found))
            : throw new Problem(404, "api.preference.preferences_category.get.app_error", "There are no preferences of that category.");
    }

    private static SandboxResponse Change(Call call, bool set)
    {
        var user = call.User();
        call.NeedSelf(user);
        var preferences = (call.Request.Json as JsonArray)?.OfType<JsonObject>().ToList() ?? throw Problem.InvalidBody("preferences");
        if (preferences.Exists(preference => preference.Text("user_id") != user.Id))
            throw new Problem(403, "api.preference.update_preferences.set.app_error", "Preferences of one user only.");
        if (set && preferences.Exists(preference => preference.Text("category") == Flagged && !Readable(call, preference.Text("name") ?? "")))
            throw Problem.InvalidBody("preference.name");
        foreach (var preference in preferences)
        {
            var key = (user.Id, preference.Text("category") ?? "", preference.Text("name") ?? "");
            if (set)
                call.State.Preferences[key] = preference.Text("value") ?? "";
            else
                call.State.Preferences.Remove(key);
        }
        return Call.Ok();
    }

    private static bool Readable(Call call, string postId) =>
        call.State.Posts.TryGetValue(postId, out var post) && call.MayRead(call.ChannelOf(post));

    private static SandboxResponse FlaggedPosts(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var (teamId, channelId) = (call.Query["team_id"] ?? "", call.Query["channel_id"] ?? "");
        var posts = call.State.Preferences.Keys.Where(key => key.UserId == user.Id && key.Category == Flagged)
            .Select(key => call.State.Posts.GetValueOrDefault(key.Name)).OfType<Post>()
            .Where(post => post.DeleteAt == 0 && call.MayRead(call.ChannelOf(post))
                && (channelId.Length == 0 || post.ChannelId == channelId)
                && (teamId.Length == 0 || call.ChannelOf(post).TeamId is var team && (team == teamId || team.Length == 0)))
            .OrderByDescending(post => post.CreateAt);
        var list = new PostList();
        call.Page(posts).ForEach(list.Add);
        return Call.Json(list);
    }
}
