using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Finds the ids that paths want for the names that people give.</summary>
internal sealed class GitterNames(Connection connection) : Resource(connection)
{
    private const int IdLength = 24;

    public static bool IsId(string value) => value.Length == IdLength && value.All(char.IsAsciiHexDigit);

    /// <summary>A room's id, for its id or URI.</summary>
    public async Task<string> RoomIdAsync(string room, CallContext context)
    {
        if (IsId(room))
            return room;
        return await OnceAsync("room " + room, context, async () => (await FindRoomAsync(room, context).ConfigureAwait(false)).Id).ConfigureAwait(false);
    }

    /// <summary>The room of the conversation with somebody, which begins if there is none yet: to Gitter the user's name is its URI.</summary>
    public Task<string> DirectRoomIdAsync(UserRef user, CallContext context) => RoomIdAsync(UserName(user), context);

    /// <summary>The same if there is one; null if not.</summary>
    public async Task<string?> FindDirectRoomIdAsync(UserRef user, CallContext context)
    {
        var url = "/" + UserName(user);
        var rooms = await ReadAsync(Call(ListRooms), GitterJson.Default.RoomArray, context).ConfigureAwait(false);
        return Array.Find(rooms, room => room.OneToOne && url.Equals(room.Url, StringComparison.OrdinalIgnoreCase))?.Id;
    }

    /// <summary>A user's id, for an id, <c>me</c> or a user name.</summary>
    public async Task<string> UserIdAsync(UserRef user, CallContext context)
    {
        if (IsOwn(user) && Connection.Session.UserId is { } me)
            return me;
        if (IsId(user.Value))
            return user.Value;
        return await OnceAsync("user " + user.Value, context, async () => (await FindUserAsync(user, context).ConfigureAwait(false)).Id).ConfigureAwait(false);
    }

    /// <summary>A user's name, for a user name, <c>me</c>, or an object that tells it.</summary>
    /// <exception cref="ChatException">Only the id is known, from which Gitter tells no name.</exception>
    public string UserName(UserRef user) => (IsOwn(user) ? Connection.Session.UserName : null)
        ?? user.UserName
        ?? (IsId(user.Value) ? null : user.Value.TrimStart('@'))
        ?? throw new ChatException(ChatErrorReason.InvalidRequest, $"Gitter finds people by their user name only, and '{user.Value}' is an id.")
        {
            Advice = "Give the user name, or the whole object that Get-ChatUser or Get-ChatRoomUser gave.",
        };

    /// <summary>Whether the account of the session itself is meant.</summary>
    public bool IsOwn(UserRef user) => user.IsMe
        || user.Value == Connection.Session.UserId
        || user.Value.TrimStart('@').Equals(Connection.Session.UserName, StringComparison.OrdinalIgnoreCase);

    /// <summary>A user by name. Of others there is only the public profile.</summary>
    public async Task<Wire.User> FindUserAsync(UserRef user, CallContext context)
    {
        var call = IsOwn(user) ? Call(GetMe) : Call(GetUserProfile).Path("username", UserName(user));
        var found = await ReadAsync(call, GitterJson.Default.User, context).ConfigureAwait(false);
        // GitHub's people have profiles here too, without ever having been to Gitter.
        return found.Id.Length > 0 ? found : throw new ChatException(ChatErrorReason.NotFound, $"'{found.Username}' has no account on Gitter.")
        {
            Advice = "Get-ChatUser -Search looks for those who have.",
        };
    }

    /// <summary>A room by id or URI.</summary>
    public Task<Wire.Room> FindRoomAsync(string room, CallContext context) => ReadAsync(
        IsId(room) ? Call(GetRoom).Path("roomId", room) : Call(ResolveRoom).Body("uri", room), GitterJson.Default.Room, context);

    /// <summary>A group's id, for its id, URI or name.</summary>
    public async Task<string> TeamIdAsync(string team, CallContext context) => IsId(team)
        ? team
        : await OnceAsync("team " + team, context, async () => (await FindTeamAsync(team, context).ConfigureAwait(false)).Id).ConfigureAwait(false);

    /// <summary>A group by id, URI or name.</summary>
    /// <exception cref="ChatException">There is none among those the account sees.</exception>
    public async Task<Wire.Group> FindTeamAsync(string team, CallContext context)
    {
        if (IsId(team))
            return await ReadAsync(Call(GetGroup).Path("groupId", team), GitterJson.Default.Group, context).ConfigureAwait(false);
        // The first list has the groups whose rooms one is in, the second those one administers; there is no search.
        foreach (var call in new[] { Call(ListGroups), Call(ListGroups).Query("type", "admin") })
        {
            var groups = await ReadAsync(call, GitterJson.Default.GroupArray, context).ConfigureAwait(false);
            if ((groups.FirstOrDefault(group => Same(group.Uri)) ?? groups.FirstOrDefault(group => Same(group.Name))) is { } found)
                return found;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"There is no group '{team}' among those you are in or administer.")
        {
            Advice = "Get-ChatTeam lists them; any other group can be named by its id.",
        };

        bool Same(string name) => name.Equals(team, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Many users' ids, in the order they are named. The API looks up one name at a time.</summary>
    public async Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<string> users, CallContext context)
    {
        var ids = new List<Outcome<string>>(users.Count);
        foreach (var user in users)
            ids.Add(await Outcome.TryAsync(() => UserIdAsync(new UserRef(user), context)).ConfigureAwait(false));
        return ids;
    }

    // One command may work for several sessions, to which a name means different things.
    private async Task<string> OnceAsync(string key, CallContext context, Func<Task<string>> find)
    {
        key = $"{Connection.Session.Name} {key}";
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = await find().ConfigureAwait(false);
        return id;
    }
}
