using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Finds the ids that paths want for the names that people give.</summary>
internal sealed class GitterNames(Connection connection)
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

    /// <summary>A room by id or URI.</summary>
    public Task<Wire.Room> FindRoomAsync(string room, CallContext context) => connection.Api.GetAsync(
        (IsId(room)
            ? connection.Platform.Call(GetRoom).Path("roomId", room)
            : connection.Platform.Call(ResolveRoom).Body("uri", room)).ToRequest(),
        GitterJson.Default.Room, context);

    /// <summary>A group's id, for its id, URI or name.</summary>
    public async Task<string> TeamIdAsync(string team, CallContext context) => IsId(team)
        ? team
        : await OnceAsync("team " + team, context, async () => (await FindTeamAsync(team, context).ConfigureAwait(false)).Id).ConfigureAwait(false);

    /// <summary>A group by id, URI or name.</summary>
    /// <exception cref="ChatException">There is none among those the account sees.</exception>
    public async Task<Wire.Group> FindTeamAsync(string team, CallContext context)
    {
        if (IsId(team))
            return await connection.Api.GetAsync(connection.Platform.Call(GetGroup).Path("groupId", team).ToRequest(), GitterJson.Default.Group, context).ConfigureAwait(false);
        // The first list has the groups whose rooms one is in, the second those one administers; there is no search.
        foreach (var call in new[] { connection.Platform.Call(ListGroups), connection.Platform.Call(ListGroups).Query("type", "admin") })
        {
            var groups = await connection.Api.GetAsync(call.ToRequest(), GitterJson.Default.GroupArray, context).ConfigureAwait(false);
            if ((groups.FirstOrDefault(group => Same(group.Uri)) ?? groups.FirstOrDefault(group => Same(group.Name))) is { } found)
                return found;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"There is no group '{team}' among those you are in or administer.")
        {
            Advice = "Get-ChatTeam lists them; any other group can be named by its id.",
        };

        bool Same(string name) => name.Equals(team, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A user's id, for an id, <c>me</c>, or a user name with or without @.</summary>
    public async Task<string> UserIdAsync(string user, CallContext context)
    {
        if (user.Equals("me", StringComparison.OrdinalIgnoreCase) && connection.Session.UserId is { } me)
            return me;
        if (IsId(user))
            return user;
        return await OnceAsync("user " + user, context, async () =>
        {
            var profile = await connection.Api.GetAsync(
                connection.Platform.Call(GetUserProfile).Path("username", user.TrimStart('@')).ToRequest(), GitterJson.Default.User, context).ConfigureAwait(false);
            // GitHub's users have a profile too when Gitter does not know them, but no id.
            return profile.Id is { Length: > 0 } id ? id : throw new ChatException(ChatErrorReason.NotFound, $"'{user}' is no user of Gitter.")
            {
                Advice = "The person has to sign in on Gitter once.",
            };
        }).ConfigureAwait(false);
    }

    /// <summary>Many users' ids, in the order they are named. The API looks up one name at a time.</summary>
    public async Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<string> users, CallContext context)
    {
        var ids = new List<Outcome<string>>(users.Count);
        foreach (var user in users)
            ids.Add(await Outcome.TryAsync(() => UserIdAsync(user, context)).ConfigureAwait(false));
        return ids;
    }

    // The items of one pipeline may come from several sessions.
    private async Task<string> OnceAsync(string name, CallContext context, Func<Task<string>> find)
    {
        var key = $"{connection.Session.Name} {name}";
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = await find().ConfigureAwait(false);
        return id;
    }
}
