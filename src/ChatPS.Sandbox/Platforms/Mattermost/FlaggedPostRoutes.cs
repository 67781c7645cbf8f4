using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The posts that users have put aside, by preferences of one category.</summary>
internal static class FlaggedPostRoutes
{
    public const string Category = "flagged_post";

    public static void Map(MattermostService service) => service.On("GET", "/users/{user_id}/posts/flagged", FlaggedPosts);

    private static SandboxResponse FlaggedPosts(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var (teamId, channelId) = (call.Query["team_id"] ?? "", call.Query["channel_id"] ?? "");
        var posts = call.State.Administration.PreferencesOf(user).Keys.Where(key => key.Category == Category)
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
