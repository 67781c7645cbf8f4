using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What users have set for themselves.</summary>
internal static class PreferenceRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/preferences", call => List(call, null));
        service.On("GET", "/users/{user_id}/preferences/{category}", call => List(call, call.Request.Route("category")));
        service.On("PUT", "/users/{user_id}/preferences", call => Change(call, true));
        service.On("POST", "/users/{user_id}/preferences/delete", call => Change(call, false));
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
        if (set && preferences.Exists(preference => preference.Text("category") == FlaggedPostRoutes.Category && !Readable(call, preference.Text("name") ?? "")))
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
}
