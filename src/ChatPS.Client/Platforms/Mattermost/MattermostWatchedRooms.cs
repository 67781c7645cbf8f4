using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// The channels that are watched: those that were named, or all of a team that the account is in, also those that it comes into later. The server
/// tells no more than what happens in channels that the account is a member of.
/// </summary>
internal sealed class MattermostWatchedRooms(Connection connection, WatchQuery query) : Resource(connection)
{
    private readonly MattermostNames _names = new(connection);
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    // Of direct channels each team's list has all.
    private readonly HashSet<string> _teams = new(StringComparer.Ordinal);
    private string? _wholeTeam;

    /// <summary>The ids of the channels.</summary>
    public IEnumerable<string> Ids => _rooms.Keys;

    /// <summary>Whether there is nothing to be watched.</summary>
    public bool IsEmpty => _rooms.Count == 0 && _wholeTeam is null;

    /// <summary>Finds the channels. One that is not there, or that the account is not in, is an error of its own.</summary>
    public async Task<IReadOnlyList<Merged<ChatObject>>> FindAsync(CallContext context)
    {
        if (query.Rooms.Count == 0 && query.Team is null)
            return [];
        if (query.Team is { } name && query.Rooms.Count == 0)
            _wholeTeam = await _names.TeamIdAsync(name, context).ConfigureAwait(false);
        var teams = await _names.TeamsAsync("me", context).ConfigureAwait(false);
        if (_wholeTeam is not null && !Array.Exists(teams, team => team.Id == _wholeTeam))
            throw NotIn($"the team '{query.Team}'", "Add-ChatTeamUser takes you in.");
        _teams.UnionWith(_wholeTeam is null ? teams.Select(team => team.Id) : [_wholeTeam]);
        var mine = await ListAsync(includeArchived: false, context).ConfigureAwait(false);
        if (_wholeTeam is not null)
        {
            foreach (var channel in mine.Values.Where(channel => channel.TeamId == _wholeTeam))
                _rooms[channel.Id] = new Room(IRoomWatcher.NoRoom, channel);
            return [];
        }
        var failed = new List<Merged<ChatObject>>();
        for (var i = 0; i < query.Rooms.Count; i++)
        {
            try
            {
                var channel = await FindAsync(query.Rooms[i], teams, mine, context).ConfigureAwait(false);
                _rooms.TryAdd(channel.Id, new Room(i, channel));
            }
            catch (ChatException e)
            {
                failed.Add(new Merged<ChatObject>(i, null, e));
            }
        }
        _teams.IntersectWith(_rooms.Values.Select(room => room.Channel.TeamId is { Length: > 0 } team ? team : teams.FirstOrDefault()?.Id ?? ""));
        return failed;
    }

    /// <summary>The place of a channel in the query; null when it is not watched.</summary>
    public int? PlaceOf(string? channelId) => channelId is not null && _rooms.TryGetValue(channelId, out var room) ? room.Place : null;

    /// <summary>Whether all of a team is watched.</summary>
    public bool HasTeam(string? teamId) => _wholeTeam is not null && _wholeTeam == teamId;

    /// <summary>The account has come into a channel, which is watched from now on if its whole team is.</summary>
    public void Join(string channelId, string? teamId)
    {
        if (HasTeam(teamId))
            _rooms.TryAdd(channelId, new Room(IRoomWatcher.NoRoom, new Wire.Channel { Id = channelId, TeamId = teamId }) { IsStale = true });
    }

    /// <summary>A channel is not watched any more.</summary>
    public void Leave(string channelId) => _rooms.Remove(channelId);

    /// <summary>The account has left the team all of which was watched.</summary>
    public ChatException LeaveTeam()
    {
        _wholeTeam = null;
        _rooms.Clear();
        return NotIn($"the team '{query.Team}' any more", "Add-ChatTeamUser takes you in again.");
    }

    /// <summary>What is said of a channel that was named, when the account is not in it any more.</summary>
    public ChatException Left(int place) => NotIn($"the room '{query.Rooms[place].Value}' any more", "Add-ChatRoomUser takes you in again.");

    /// <summary>A change of a channel was told.</summary>
    public void Told(string channelId)
    {
        if (_rooms.TryGetValue(channelId, out var room))
            room.IsStale = true;
    }

    /// <summary>Looks how the channels are by now.</summary>
    /// <returns>Those that have changed meanwhile, and how.</returns>
    public async Task<IReadOnlyList<(string Kind, int Place, Wire.Channel Channel)>> RefreshAsync(CallContext context)
    {
        var mine = await ListAsync(includeArchived: true, context).ConfigureAwait(false);
        var changes = new List<(string Kind, int Place, Wire.Channel Channel)>();
        foreach (var (id, room) in _rooms)
        {
            if (!mine.TryGetValue(id, out var now))
            {
                changes.Add(("UserLeft", room.Place, room.Channel));
                continue;
            }
            if (!room.IsStale && now.DeleteAt > 0 != room.Channel.DeleteAt > 0)
                changes.Add((now.DeleteAt > 0 ? "RoomRemoved" : "RoomRestored", room.Place, now));
            else if (!room.IsStale && now.UpdateAt > room.Channel.UpdateAt)
                changes.Add(("RoomChanged", room.Place, now));
            (room.Channel, room.IsStale) = (now, false);
        }
        foreach (var change in changes.Where(change => change.Kind == "UserLeft"))
            _rooms.Remove(change.Channel.Id);
        foreach (var channel in mine.Values.Where(channel => HasTeam(channel.TeamId) && channel.DeleteAt == 0))
            _rooms.TryAdd(channel.Id, new Room(IRoomWatcher.NoRoom, channel));
        return changes;
    }

    /// <summary>Whether somebody may have written in a channel after a time, as far as the last look tells.</summary>
    public bool MayHavePosts(string channelId, long since) => _rooms[channelId].Channel is var channel && (channel.LastPostAt == 0 || channel.LastPostAt > since);

    private async Task<Wire.Channel> FindAsync(RoomRef room, Wire.Team[] teams, Dictionary<string, Wire.Channel> mine, CallContext context)
    {
        var (team, name) = room.Value.Split('/') is [var first, var second] ? (first, second) : (room.Team ?? Connection.Session.Team, room.Value);
        var teamId = team is null ? teams is [var only] ? only.Id : null
            : Array.Find(teams, one => one.Id == team || one.Name.Equals(team, StringComparison.OrdinalIgnoreCase))?.Id;
        if (mine.TryGetValue(room.Value, out var byId))
            return byId;
        if (teamId is not null && mine.Values.FirstOrDefault(channel => channel.TeamId == teamId && channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } byName)
            return byName;
        // It is none of the account's: the server says why not, or it could be joined.
        var found = await _names.FindRoomAsync(room.Value, room.Team, context).ConfigureAwait(false);
        if (mine.TryGetValue(found.Id, out var known))
            return known;
        throw found.DeleteAt > 0
            ? new ChatException(ChatErrorReason.Conflict, $"The room '{room.Value}' is archived: nothing happens there any more.") { Advice = "Restore-ChatRoom brings it back." }
            : NotIn($"the room '{room.Value}'", "Add-ChatRoomUser takes you in.");
    }

    private static ChatException NotIn(string what, string advice) => new(
        ChatErrorReason.Forbidden, $"This account is not in {what}, and the server tells its members only what happens there.")
    {
        Advice = advice,
    };

    private async Task<Dictionary<string, Wire.Channel>> ListAsync(bool includeArchived, CallContext context)
    {
        var channels = new Dictionary<string, Wire.Channel>(StringComparer.Ordinal);
        foreach (var team in _teams)
        {
            var call = Call(GetChannelsForTeamForUser).Path("user_id", "me").Path("team_id", team).Query("include_deleted", includeArchived ? true : null);
            try
            {
                await foreach (var channel in List(
                    call, PageWindow.All, MattermostJson.Default.Channel, channel => channel, context).ConfigureAwait(false))
                    channels[channel.Id] = channel;
            }
            catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
            {
                // So a server says that the account is in no channel of the team, or not in the team any more.
                context.Log.Verbose(e.Message);
            }
        }
        return channels;
    }

    private sealed class Room(int place, Wire.Channel channel)
    {
        public int Place => place;

        public Wire.Channel Channel { get; set; } = channel;

        /// <summary>Whether it has changed since, and that was told.</summary>
        public bool IsStale { get; set; }
    }
}
