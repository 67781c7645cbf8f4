using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the server comes to, in rows of a name and a number.</summary>
internal sealed class MattermostServerStatistics(Connection connection) : MattermostResource(connection), IServerStatisticReader
{
    // What has a property of its own.
    private static readonly string[] Named =
    [
        "channel_open_count", "channel_private_count", "post_count", "unique_user_count", "team_count", "total_websocket_connections", "total_master_db_connections",
        "total_read_db_connections", "daily_active_users", "monthly_active_users", "inactive_user_count", "file_post_count", "hashtag_post_count",
        "incoming_webhook_count", "outgoing_webhook_count", "command_count", "session_count",
    ];

    public async Task<ChatServerStatistic> GetAsync(string? team, CallContext context)
    {
        var id = team is null ? null : await Names.TeamIdAsync(team, context).ConfigureAwait(false);
        Wire.AnalyticsRow[] all =
            [.. await RowsAsync("standard", id, context).ConfigureAwait(false), .. await RowsAsync("extra_counts", id, context).ConfigureAwait(false)];
        // Where it would take the server too long, or has no meaning, it says -1.
        var rows = all.Where(row => row.Value >= 0).DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => (long)row.Value);
        return new ChatServerStatistic
        {
            Session = Connection.Session,
            Unnamed = rows.Where(row => !Named.Contains(row.Key)).ToDictionary(row => row.Key, row => JsonSerializer.SerializeToElement(row.Value)),
            TeamId = id,
            UserCount = Of("unique_user_count"),
            InactiveUserCount = Of("inactive_user_count"),
            DailyActiveUserCount = Of("daily_active_users"),
            MonthlyActiveUserCount = Of("monthly_active_users"),
            TeamCount = Of("team_count"),
            PublicRoomCount = Of("channel_open_count"),
            PrivateRoomCount = Of("channel_private_count"),
            MessageCount = Of("post_count"),
            FileMessageCount = Of("file_post_count"),
            HashtagMessageCount = Of("hashtag_post_count"),
            IncomingWebhookCount = Of("incoming_webhook_count"),
            OutgoingWebhookCount = Of("outgoing_webhook_count"),
            CommandCount = Of("command_count"),
            SessionCount = Of("session_count"),
            WebSocketCount = Of("total_websocket_connections"),
            DatabaseConnectionCount = Of("total_master_db_connections"),
            ReadConnectionCount = Of("total_read_db_connections"),
        };

        long? Of(string name) => rows.TryGetValue(name, out var value) ? value : null;
    }

    public async Task<IReadOnlyList<ChatServerActivity>> ListDaysAsync(string? team, CallContext context)
    {
        var id = team is null ? null : await Names.TeamIdAsync(team, context).ConfigureAwait(false);
        var messages = await DaysAsync("post_counts_day", id, context).ConfigureAwait(false);
        var bots = await DaysAsync("bot_post_counts_day", id, context).ConfigureAwait(false);
        var writers = await DaysAsync("user_counts_with_posts_day", id, context).ConfigureAwait(false);
        return
        [
            .. messages.Select(day => new ChatServerActivity
            {
                Session = Connection.Session,
                Day = day.Key,
                MessageCount = day.Value,
                BotMessageCount = bots.GetValueOrDefault(day.Key),
                WriterCount = writers.GetValueOrDefault(day.Key),
                TeamId = id,
            }).OrderByDescending(day => day.Day),
        ];
    }

    // A server that has too many users to count has one row, without a day.
    private async Task<Dictionary<DateTimeOffset, long>> DaysAsync(string name, string? team, CallContext context) =>
        (await RowsAsync(name, team, context).ConfigureAwait(false))
        .Select(row => (IsDay: DateTimeOffset.TryParse(row.Name, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day), Day: day, row.Value))
        .Where(row => row.IsDay)
        .DistinctBy(row => row.Day)
        .ToDictionary(row => row.Day, row => (long)row.Value);

    private async Task<Wire.AnalyticsRow[]> RowsAsync(string name, string? team, CallContext context) => await SendAsync(
        Call(GetAnalyticsOld).Query("name", name).Query("team_id", team), MattermostJson.Default.AnalyticsRowArray, rows => rows ?? [], context).ConfigureAwait(false);
}
