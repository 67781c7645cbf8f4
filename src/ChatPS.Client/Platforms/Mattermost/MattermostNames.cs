using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Finds the ids that paths want for the names that people give.</summary>
internal sealed class MattermostNames(Connection connection) : Resource(connection)
{
    private const int IdLength = 26;
    // No limit is documented; this many fit into any server's patience and into one query of its database.
    private const int BatchSize = 200;

    public static bool IsId(string value) => value.Length == IdLength && value.All(char.IsAsciiLetterOrDigit);

    /// <summary>A team's id, for its id or name; null for the session's default, if it has one.</summary>
    public async Task<string?> FindTeamIdAsync(string? team, CallContext context) =>
        (team ?? Connection.Session.Team) is { } name ? await TeamIdAsync(name, context).ConfigureAwait(false) : null;

    public Task<string> TeamIdAsync(string team, CallContext context) => IsId(team)
        ? Task.FromResult(team)
        : OnceAsync(Key("team", team), context, async () => (await ReadAsync(
            Call(GetTeamByName).Path("name", team), MattermostJson.Default.Team, context).ConfigureAwait(false)).Id);

    /// <summary>The teams that a user is in.</summary>
    /// <param name="user">An id, or <c>me</c>.</param>
    /// <param name="context">The call.</param>
    public Task<Wire.Team[]> TeamsAsync(string user, CallContext context) =>
        ReadAsync(Call(GetTeamsForUser).Path("user_id", user), MattermostJson.Default.TeamArray, context);

    /// <summary>An id as it is, or that of a name, which is looked for once a cmdlet.</summary>
    public Task<string> IdAsync(string kind, string value, CallContext context, Func<Task<string>> find) =>
        IsId(value) ? Task.FromResult(value) : OnceAsync(Key(kind, value), context, find);

    /// <summary>A team's id, for its id or name; else the session's default or the account's only one; null when it is in several.</summary>
    public async Task<string?> OnlyTeamIdAsync(string? team, CallContext context)
    {
        if (await FindTeamIdAsync(team, context).ConfigureAwait(false) is { } id)
            return id;
        return await MyTeamsAsync(context).ConfigureAwait(false) is [var only] ? only.Id : null;
    }

    // Who comes over the local socket is in none.
    private async Task<Wire.Team[]> MyTeamsAsync(CallContext context) => MattermostLocalMode.Is(Connection) ? [] : await TeamsAsync("me", context).ConfigureAwait(false);

    /// <summary>A user's id, for an id, <c>me</c>, a user name with or without @, or an e-mail address.</summary>
    public Task<string> UserIdAsync(string user, CallContext context)
    {
        if (IsMe(user) && Connection.Session.UserId is { } me)
            return Task.FromResult(me);
        if (IsId(user))
            return Task.FromResult(user);
        return OnceAsync(UserKey(user), context, async () => (await FindUserAsync(user, context).ConfigureAwait(false)).Id);
    }

    /// <summary>Finds the ids of many users at once, for <see cref="UserIdAsync"/> to have. Names that nobody has are left to it.</summary>
    public async Task LearnUsersAsync(IEnumerable<string> users, CallContext context)
    {
        var names = users.Where(IsUserName).Where(user => !context.Names.ContainsKey(UserKey(user))).Select(PlainName).Distinct().ToList();
        if (names.Count < 2)
            return;
        foreach (var user in await UsersByNameAsync(names, context).ConfigureAwait(false))
            context.Names[UserKey(user.Username)] = user.Id;
    }

    /// <summary>Finds the addresses of many users at once, for <see cref="EmailAsync"/> to have.</summary>
    public async Task LearnEmailsAsync(IReadOnlyList<string> users, CallContext context)
    {
        var unknown = users.Where(user => !IsEmail(user) && !context.Names.ContainsKey(EmailKey(user))).Distinct().ToList();
        if (unknown.Count < 2)
            return;
        foreach (var user in await UsersByNameAsync(unknown.Where(IsUserName), context).ConfigureAwait(false))
            context.Names[EmailKey(user.Username)] = user.Email ?? "";
        foreach (var user in await UsersByIdAsync(unknown.Where(IsId), context).ConfigureAwait(false))
            context.Names[EmailKey(user.Id)] = user.Email ?? "";
    }

    /// <summary>A user's e-mail address, for whatever kind of name it is.</summary>
    public async Task<string> EmailAsync(string user, CallContext context)
    {
        if (IsEmail(user))
            return user;
        var email = await OnceAsync(EmailKey(user), context, async () => (await FindUserAsync(user, context).ConfigureAwait(false)).Email ?? "").ConfigureAwait(false);
        return email.Length > 0 ? email : throw new ChatException(ChatErrorReason.Forbidden, $"The server does not tell the e-mail address of '{user}'.")
        {
            Advice = "Give the address itself, or use an account that may see it.",
        };
    }

    /// <summary>Many users' ids, in the order they are named; user names are looked up together. Who isn't found fails alone.</summary>
    public async Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<string> users, CallContext context)
    {
        foreach (var user in await UsersByNameAsync(users.Where(IsUserName).Where(user => !context.Names.ContainsKey(UserKey(user))), context).ConfigureAwait(false))
            context.Names[UserKey(user.Username)] = user.Id;
        var ids = new List<Outcome<string>>(users.Count);
        foreach (var user in users)
            ids.Add(IsUserName(user) ? Known(user, context) : await Outcome.TryAsync(() => UserIdAsync(user, context)).ConfigureAwait(false));
        return ids;
    }

    /// <summary>Users by their ids, in as few requests as there can be; the server leaves out those it doesn't have.</summary>
    public async Task<IReadOnlyDictionary<string, Wire.User>> UsersAsync(IEnumerable<string> ids, CallContext context) =>
        (await UsersByIdAsync(ids, context).ConfigureAwait(false)).ToDictionary(user => user.Id, StringComparer.Ordinal);

    public Task<List<Wire.User>> UsersByIdAsync(IEnumerable<string> ids, CallContext context) => InBatchesAsync(GetUsersByIds, ids, context);

    public Task<List<Wire.User>> UsersByNameAsync(IEnumerable<string> names, CallContext context) =>
        InBatchesAsync(GetUsersByUsernames, names.Select(PlainName), context);

    public static bool IsEmail(string user) => user.IndexOf('@', StringComparison.Ordinal) > 0;

    /// <summary>Whether it is neither an id, nor an address, nor <c>me</c>.</summary>
    public static bool IsUserName(string user) =>
        user.Trim('@').Length > 0 && !IsId(user) && !IsEmail(user) && !IsMe(user);

    private static bool IsMe(string user) => user.Equals("me", StringComparison.OrdinalIgnoreCase);

    /// <summary>A user's name, where it is known without asking.</summary>
    public static string? NameOf(UserRef user) => user.UserName ?? (IsUserName(user.Value) ? user.Value.TrimStart('@') : null);

    /// <summary>A user, by whatever kind of name it is.</summary>
    public Task<Wire.User> FindUserAsync(string user, CallContext context) => ReadAsync(
        user switch
        {
            _ when IsMe(user) && MattermostLocalMode.Is(Connection) => throw MattermostLocalMode.Nobody("that could be 'me'"),
            _ when IsMe(user) || IsId(user) => Call(GetUser).Path("user_id", user),
            _ when IsEmail(user) => Call(GetUserByEmail).Path("email", user),
            _ => Call(GetUserByUsername).Path("username", PlainName(user)),
        },
        MattermostJson.Default.User, context);

    /// <summary>A channel's id, for its id, its name, or its team's name, a slash and its name.</summary>
    public Task<string> RoomIdAsync(string room, string? team, CallContext context) => IsId(room)
        ? Task.FromResult(room)
        : OnceAsync(Key("room", $"{team}/{room}"), context, async () => (await FindRoomAsync(room, team, context).ConfigureAwait(false)).Id);

    /// <summary>The channel to say something in: the direct one with somebody, or else a named one or the session's.</summary>
    public Task<string> RoomIdAsync(UserRef? user, string? room, string? team, CallContext context) => user is { } person
        ? DirectRoomIdAsync(person, context)
        : RoomIdAsync(Connection.Session.RoomOr(room), team, context);

    /// <summary>The direct channel with somebody, which the server opens if there is none yet.</summary>
    public Task<string> DirectRoomIdAsync(UserRef user, CallContext context) => OnceAsync(Key("direct", user.Value), context, async () => (await ReadAsync(
        Call(CreateDirectChannel).Content(await PairAsync(user, context).ConfigureAwait(false)), context).ConfigureAwait(false)).Id);

    /// <summary>The same if there is one; null if not.</summary>
    public async Task<string?> FindDirectRoomIdAsync(UserRef user, CallContext context)
    {
        var pair = await PairAsync(user, context).ConfigureAwait(false);
        Array.Sort(pair, StringComparer.Ordinal);
        // It belongs to no team, and is found by its name in any of them. Who is in none cannot look without opening it.
        var team = await OnceAsync(
            Key("any", "team"), context, async () => (await MyTeamsAsync(context).ConfigureAwait(false)).FirstOrDefault()?.Id ?? "").ConfigureAwait(false);
        if (team.Length == 0)
            return await DirectRoomIdAsync(user, context).ConfigureAwait(false);
        try
        {
            return (await ByNameAsync(team, string.Join("__", pair), context).ConfigureAwait(false)).Id;
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
        {
            return null;
        }
    }

    /// <summary>A channel by id or name.</summary>
    /// <exception cref="ChatException">There is none, or the name needs a team.</exception>
    public async Task<Wire.Channel> FindRoomAsync(string room, string? team, CallContext context)
    {
        if (IsId(room))
            return await ReadAsync(Call(GetChannel).Path("channel_id", room), context).ConfigureAwait(false);
        if (room.Split('/') is [var teamName, var channelName])
            (team, room) = (teamName, channelName);
        if (await FindTeamIdAsync(team, context).ConfigureAwait(false) is { } teamId)
            return await ByNameAsync(teamId, room, context).ConfigureAwait(false);

        var teams = await MyTeamsAsync(context).ConfigureAwait(false);
        if (teams is [var only])
            return await ByNameAsync(only.Id, room, context).ConfigureAwait(false);
        throw new ChatException(ChatErrorReason.InvalidRequest, $"The room '{room}' is named without its team, and you are in {(teams.Length == 0 ? "none" : $"{teams.Length} teams")}.")
        {
            Advice = "Write it as team/room, name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
        };
    }

    private async Task<string[]> PairAsync(UserRef user, CallContext context) =>
        [Connection.Session.UserId ?? throw MattermostLocalMode.Nobody("that could talk to anybody in private"), await UserIdAsync(user.Value, context).ConfigureAwait(false)];

    private Task<Wire.Channel> ByNameAsync(string teamId, string name, CallContext context) => ReadAsync(
        Call(GetChannelByName).Path("team_id", teamId).Path("channel_name", name).Query("include_deleted", true), context);

    private Task<Wire.Channel> ReadAsync(ApiCall call, CallContext context) =>
        ReadAsync(call, MattermostJson.Default.Channel, context);

    private async Task<List<Wire.User>> InBatchesAsync(string operation, IEnumerable<string> keys, CallContext context)
    {
        var users = new List<Wire.User>();
        foreach (var batch in keys.Distinct(StringComparer.Ordinal).Chunk(BatchSize))
            users.AddRange(await BatchAsync(operation, batch, context).ConfigureAwait(false));
        return users;
    }

    // Local mode knows many by their ids, and by their names each alone.
    private Task<Wire.User[]> BatchAsync(string operation, string[] keys, CallContext context) => Connection.Abilities.TryAsync(
        operation,
        () => ReadAsync(Call(operation).Content(keys), MattermostJson.Default.UserArray, context),
        () => EachAsync(keys, context),
        e => e.Reason == ChatErrorReason.NotSupported && operation == GetUsersByUsernames && MattermostLocalMode.Is(Connection));

    private async Task<Wire.User[]> EachAsync(string[] keys, CallContext context)
    {
        var users = new List<Wire.User>(keys.Length);
        foreach (var key in keys)
        {
            var found = await Outcome.TryAsync(() => FindUserAsync(key, context)).ConfigureAwait(false);
            if (found.Value is { } user)
                users.Add(user);
            else if (found.Error is { } error && error.Reason != ChatErrorReason.NotFound)
                throw error;
        }
        return [.. users];
    }

    // User names are lower case on the server, which finds no others and refuses them in paths, whatever people write.
    private static string PlainName(string user) => user.TrimStart('@').ToLowerInvariant();

    private Outcome<string> Known(string user, CallContext context) => context.Names.TryGetValue(UserKey(user), out var id)
        ? Outcome.Of(id)
        : Outcome.Failed<string>(new ChatException(ChatErrorReason.NotFound, $"There is no user '{user}'.")
        {
            Advice = "Check the name: Get-ChatUser lists the users this account may see.",
        });

    private string EmailKey(string user) => Key("email", PlainName(user));

    private string UserKey(string user) => Key("user", PlainName(user));

    // One command may work for several sessions, to which a name means different things.
    private string Key(string kind, string name) => $"{Connection.Session.Name} {kind} {name}";

    private static async Task<string> OnceAsync(string key, CallContext context, Func<Task<string>> find)
    {
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = await find().ConfigureAwait(false);
        return id;
    }
}
