using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What the server comes to in numbers, as it is and day by day.</summary>
internal static class AnalyticsRoutes
{
    private const int MostDays = 30;
    private const long Day = 24 * 60 * 60 * 1000L;

    public static void Map(MattermostService service) => service.On("GET", "/analytics/old", Get);

    private static SandboxResponse Get(Call call)
    {
        call.NeedAdmin();
        var team = call.Query["team_id"] is { Length: > 0 } id ? id : null;
        var rows = (call.Query["name"] is { Length: > 0 } name ? name : "standard") switch
        {
            "standard" => Standard(call, team),
            "extra_counts" => Extra(call, team),
            "post_counts_day" => Days(call, PostsOf(call, team), posts => posts.Count()),
            "bot_post_counts_day" => Days(call, PostsOf(call, team).Where(post => call.State.Bots.ContainsKey(post.UserId)), posts => posts.Count()),
            "user_counts_with_posts_day" => Days(call, PostsOf(call, team), posts => posts.Select(post => post.UserId).Distinct().Count()),
            _ => throw Problem.InvalidBody("name"),
        };
        return SandboxResponse.Json(new JsonArray([.. rows.Select(row => new JsonObject { ["name"] = row.Name, ["value"] = row.Value })]));
    }

    // What is archived or deleted counts too.
    private static IEnumerable<Post> PostsOf(Call call, string? team) =>
        call.State.Posts.Values.Where(post => team is null || call.State.Channels[post.ChannelId]?.TeamId == team);

    private static IEnumerable<(string Name, long Value)> Standard(Call call, string? team)
    {
        var (state, now) = (call.State, call.State.Now());
        var users = state.Users.Sorted;
        return
        [
            ("channel_open_count", ChannelsOf("O")),
            ("channel_private_count", ChannelsOf("P")),
            ("post_count", PostsOf(call, team).Count()),
            ("unique_user_count", team is null ? users.Count(user => user is { DeleteAt: 0, IsBot: false }) : state.Teams[team]?.Members.Sorted.Count(member => member.DeleteAt == 0 && state.Users[member.UserId] is { DeleteAt: 0, IsBot: false }) ?? 0),
            ("team_count", state.Teams.Sorted.Count(one => one.DeleteAt == 0)),
            ("total_websocket_connections", call.Service.Sockets.Connected),
            ("total_master_db_connections", 1),
            ("total_read_db_connections", 0),
            ("daily_active_users", Active(Day)),
            ("monthly_active_users", Active(31 * Day)),
            ("inactive_user_count", team is null ? users.Count(user => user.DeleteAt > 0) : -1),
        ];

        long ChannelsOf(string type) => state.Channels.Sorted.Count(channel => channel.Type == type && (team is null || channel.TeamId == team));

        long Active(long span) => users.Count(user => user is { DeleteAt: 0, IsBot: false } && user.LastActivityAt > now - span);
    }

    private static IEnumerable<(string Name, long Value)> Extra(Call call, string? team)
    {
        var integrations = call.State.Integrations;
        return
        [
            ("file_post_count", PostsOf(call, team).Count(post => post.FileIds is { Count: > 0 })),
            ("hashtag_post_count", PostsOf(call, team).Count(post => post.Hashtags.Length > 0)),
            ("incoming_webhook_count", integrations.IncomingHooks.Values.Count(hook => team is null || hook.TeamId == team)),
            ("outgoing_webhook_count", integrations.OutgoingHooks.Values.Count(hook => team is null || hook.TeamId == team)),
            ("command_count", integrations.Commands.Values.Count(command => team is null || command.TeamId == team)),
            ("session_count", call.State.AllSessions.Count()),
        ];
    }

    // The newest day first, which is yesterday: today is not over.
    private static IEnumerable<(string Name, long Value)> Days(Call call, IEnumerable<Post> posts, Func<IEnumerable<Post>, long> count)
    {
        var today = DateTimeOffset.FromUnixTimeMilliseconds(call.State.Now()).UtcDateTime.Date;
        return posts.Select(post => (Post: post, Date: DateTimeOffset.FromUnixTimeMilliseconds(post.CreateAt).UtcDateTime.Date))
            .Where(one => one.Date < today && one.Date >= today.AddDays(-MostDays - 2))
            .GroupBy(one => one.Date)
            .OrderByDescending(day => day.Key)
            .Take(MostDays)
            .Select(day => (day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), count(day.Select(one => one.Post))));
    }
}
