using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the account has not read. To the server a channel is read up to a time, and what came later is not.</summary>
internal sealed class MattermostUnread(Connection connection) : MattermostResource(connection), IUnreadReader, IUnreadBatchEditor, IUnreadMarker
{
    private const int MaxTogether = 100;

    // What the server does not count as messages.
    private static readonly HashSet<string> ComingsAndGoings = new(StringComparer.Ordinal)
    {
        "system_join_leave", "system_add_remove", "system_join_channel", "system_leave_channel", "system_join_team", "system_leave_team",
        "system_add_to_channel", "system_remove_from_channel", "system_add_to_team", "system_remove_from_team",
    };

    int IUnreadBatchEditor.BatchSize => Connection.Abilities.Lacks(MarkChannelsReadForUser) ? 1 : MaxTogether;

    public IAsyncEnumerable<ChatUnread> ListAsync(PageWindow window, CallContext context) => window.Cut(ListAsync(context, context.Cancellation));

    public async Task<ChatUnread> GetAsync(RoomRef room, CallContext context)
    {
        var id = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var unread = await ReadAsync(
            Mine(GetChannelUnread).Path("channel_id", id), MattermostJson.Default.ChannelUnread, context).ConfigureAwait(false);
        return new()
        {
            Session = Connection.Session,
            Unnamed = unread.Unnamed,
            RoomId = id,
            RoomName = MattermostNames.IsId(room.Value) ? null : room.Value,
            Count = Math.Max(unread.MsgCount, unread.MentionCount),
            MentionCount = unread.MentionCount,
            MessageIds = unread.MsgCount > 0 ? await MessagesAsync(id, context).ConfigureAwait(false) : [],
        };
    }

    public async Task ClearAsync(RoomRef room, CallContext context) =>
        await ClearAsync(await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public Task ClearAsync(RoomRef room, IReadOnlyList<string> messages, CallContext context) => throw new ChatException(
        ChatErrorReason.NotSupported, "On Mattermost a room is read up to a time, and no single messages are.")
    {
        Advice = "Clear-ChatUnread with the room reads all of it; Set-ChatUnread makes a message and what comes after it unread.",
    };

    public async Task<IReadOnlyList<Outcome<string>>> ClearAsync(IReadOnlyList<RoomRef> rooms, CallContext context)
    {
        var ids = new List<Outcome<string>>(rooms.Count);
        foreach (var room in rooms)
            ids.Add(await Outcome.TryAsync(() => Names.RoomIdAsync(room.Value, room.Team, context)).ConfigureAwait(false));
        if (await ClearTogetherAsync([.. ids.Select(id => id.Value).OfType<string>().Distinct()], context).ConfigureAwait(false))
            return ids;
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i].Value is { } id)
                ids[i] = await Outcome.TryAsync(() => ClearAsync(id, context)).ConfigureAwait(false);
        }
        return ids;
    }

    public async Task<ChatUnread?> MarkAsync(MessageRef message, bool wanted, CallContext context)
    {
        // The answer tells what is read, not what is unread.
        var room = await SendAsync(
            Mine(SetPostUnread).Path("post_id", message.Id), MattermostJson.Default.ChannelUnread, unread => unread.ChannelId, context).ConfigureAwait(false);
        return wanted ? await GetAsync(new RoomRef(room), context).ConfigureAwait(false) : null;
    }

    private ApiCall Mine(string operation) => Call(operation).Path("user_id", "me");

    private async Task<string> ClearAsync(string id, CallContext context)
    {
        await SendAsync(Mine(ViewChannel).Body("channel_id", id), context).ConfigureAwait(false);
        return id;
    }

    /// <returns>Whether the server takes them together.</returns>
    private async Task<bool> ClearTogetherAsync(string[] ids, CallContext context) => ids.Length > 1 && await Connection.Abilities.TryAsync(
        MarkChannelsReadForUser,
        async () =>
        {
            await SendAsync(Mine(MarkChannelsReadForUser).Content(ids), context).ConfigureAwait(false);
            return true;
        },
        () => Task.FromResult(false)).ConfigureAwait(false);

    private async IAsyncEnumerable<ChatUnread> ListAsync(CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var teams = await ReadAsync(
            Mine(GetTeamsUnreadForUser).Query("exclude_team", ""), MattermostJson.Default.TeamUnreadArray, context).ConfigureAwait(false);
        var told = new HashSet<string>(StringComparer.Ordinal);
        // Conversations belong to no team and come with each, so that one team is looked into in any case.
        foreach (var team in teams.Where((team, i) => i == 0 || team.MsgCount > 0 || team.MentionCount > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            var channels = await ReadAsync(
                Mine(GetChannelsForTeamForUser).Path("team_id", team.TeamId), MattermostJson.Default.CountedChannelArray, context).ConfigureAwait(false);
            var read = (await ReadAsync(
                Mine(GetChannelMembersForUser).Path("team_id", team.TeamId), MattermostJson.Default.ChannelReadingArray, context).ConfigureAwait(false))
                .ToDictionary(reading => reading.ChannelId, StringComparer.Ordinal);
            foreach (var channel in channels.Where(channel => read.ContainsKey(channel.Id) && told.Add(channel.Id)))
            {
                if (ToUnread(channel, read[channel.Id]) is { Count: > 0 } unread)
                    yield return unread;
            }
        }
    }

    private ChatUnread ToUnread(Wire.CountedChannel channel, Wire.ChannelReading read)
    {
        var isMuted = read.NotifyProps?.GetValueOrDefault("mark_unread") == Wire.ChannelReading.MentionsOnly;
        return new()
        {
            Session = Connection.Session,
            Unnamed = read.Unnamed,
            RoomId = channel.Id,
            RoomName = channel.TeamId is { Length: > 0 } ? channel.Name : null,
            Count = Math.Max(isMuted ? 0 : (int)Math.Clamp(channel.TotalMsgCount - read.MsgCount, 0, int.MaxValue), read.MentionCount),
            MentionCount = read.MentionCount,
        };
    }

    private async Task<IReadOnlyList<string>> MessagesAsync(string room, CallContext context)
    {
        var viewed = await SendAsync(
            Mine(GetChannelMember).Path("channel_id", room), MattermostJson.Default.ChannelReading, reading => reading.LastViewedAt, context).ConfigureAwait(false);
        var unread = new List<string>();
        var posts = List(Call(GetPostsForChannel).Path("channel_id", room), PageWindow.All, MattermostJson.Default.Post, post => post, context);
        await foreach (var post in posts.ConfigureAwait(false))
        {
            if (post.CreateAt <= viewed)
                break;
            if (!ComingsAndGoings.Contains(post.Type ?? ""))
                unread.Add(post.Id);
        }
        unread.Reverse();
        return unread;
    }
}
