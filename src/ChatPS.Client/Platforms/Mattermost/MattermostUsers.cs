using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Users.</summary>
internal sealed class MattermostUsers(Connection connection) : MattermostResource(connection), IUserReader, IUserCreator, IUserEditor, IUserRemover
{
    // The most that a search gives.
    private const int MaxFound = 1000;

    public IAsyncEnumerable<ChatUser> ListAsync(UserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.Mattermost);
        if (filter.WithoutTeam)
        {
            Unsupported.IfGiven(filter.Team, ChatPlatform.Mattermost, "Team together with -WithoutTeam");
            Unsupported.IfGiven(filter.NotInTeam, ChatPlatform.Mattermost, "NotInTeam together with -WithoutTeam");
            Unsupported.IfGiven(filter.Room, ChatPlatform.Mattermost, "Room together with -WithoutTeam");
            Unsupported.IfGiven(filter.NotInRoom, ChatPlatform.Mattermost, "NotInRoom together with -WithoutTeam");
        }
        if (filter.NotInGroups is { } groups)
            return ListOutsideAsync(filter, groups, window, context, context.Cancellation);
        if (filter.InvalidEmail)
        {
            RefuseOther(filter, new UserFilter { InvalidEmail = true }, "-InvalidEmail");
            return List(Call(GetUsersWithInvalidEmails), window, context);
        }
        if (filter.Search is null)
            return ListFiltered(filter, window, context);
        Unsupported.IfGiven(filter.Sort, ChatPlatform.Mattermost, "Sort");
        // The search knows neither roles nor how to leave active users out.
        return filter is { Role: null, Active: not false }
            ? SearchAsync(filter, window, context, context.Cancellation)
            : window.Cut(SearchAsync(filter, PageWindow.All, context, context.Cancellation));
    }

    public IEnumerable<Task<ChatUser>> Find(IReadOnlyList<UserRef> users, CallContext context)
    {
        if (users is [var only])
            return [ReadAsync(only.Value, context)];
        var byId = new Lazy<Task<Dictionary<string, Wire.User>>>(() => IndexAsync(
            Names.UsersByIdAsync(users.Select(u => u.Value).Where(MattermostNames.IsId), context), user => user.Id));
        var byName = new Lazy<Task<Dictionary<string, Wire.User>>>(() => IndexAsync(
            Names.UsersByNameAsync(users.Select(u => u.Value).Where(MattermostNames.IsUserName), context), user => user.Username));
        return users.Select(user => user.Value switch
        {
            var id when MattermostNames.IsId(id) => PickAsync(byId.Value, id),
            var name when MattermostNames.IsUserName(name) => PickAsync(byName.Value, name.TrimStart('@')),
            var other => ReadAsync(other, context),
        });
    }

    public async Task<long?> CountAsync(UserFilter filter, CallContext context)
    {
        if (MattermostLocalMode.Is(Connection) || filter is not { Search: null, NotInTeam: null, NotInRoom: null, WithoutTeam: false, Group: null, NotInGroups: null, InvalidEmail: false, Active: not false })
            return null;
        var (team, room, _) = await PlacesAsync(filter, context).ConfigureAwait(false);
        // Only an administrator is told how many there are of a kind; to others a number is known of the active ones.
        ApiCall call;
        if (MattermostPlatform.IsAdmin(Connection))
            call = Call(GetTotalUsersStatsFiltered)
                .Query("in_team", team)
                .Query("in_channel", room)
                .Query("roles", filter.Role)
                .Query("include_bots", true)
                .Query("include_deleted", filter.Active is null ? true : null);
        else if (filter is { Team: null, Room: null, Role: null, Active: true })
            call = Call(GetTotalUsersStats);
        else
            return null;
        return (await ReadAsync(call, MattermostJson.Default.UserCount, context).ConfigureAwait(false)).TotalUsersCount;
    }

    public async Task<ChatUser> CreateAsync(UserChange user, CallContext context)
    {
        Unsupported.IfGiven(user.DisplayName.IsGiven, ChatPlatform.Mattermost, "DisplayName");
        if (user.Password is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The user '{user.UserName}' needs a password to begin with.") { Advice = "Give it with -Password." };
        Connection.Mask.Add(user.Password);
        var created = await UserAsync(Call(CreateUser)
            .Body("username", user.UserName)
            .Body("email", user.Email)
            .Body("password", user.Password)
            .Body("first_name", user.FirstName)
            .Body("last_name", user.LastName)
            .Body("nickname", user.Nickname)
            .Body("locale", user.Locale)
            .Body("timezone", TimeZone(user.TimeZone)), context).ConfigureAwait(false);
        // What creation doesn't take is a change of its own.
        var rest = new UserChange { Position = user.Position, Roles = user.Roles, Guest = user.Guest, Account = user.Account };
        if (rest == new UserChange())
            return created;
        try
        {
            return (await UpdateAsync(new UserRef(created.Id), rest, wanted: true, context).ConfigureAwait(false))!;
        }
        catch (ChatException e)
        {
            throw e.As(e.Reason, $"The user '{created.UserName}' was created, but not with everything that was asked for. {e.Message}",
                "Set the rest with Set-ChatUser.");
        }
    }

    public async Task<ChatUser?> UpdateAsync(UserRef user, UserChange change, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(change.DisplayName.IsGiven, ChatPlatform.Mattermost, "DisplayName");
        Check(change);
        Connection.Mask.Add(change.Password);
        Connection.Mask.Add(change.CurrentPassword);
        Connection.Mask.Add(change.Account.MfaCode);
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        ChatUser? result = null;
        if (change.Account.Bot == false)
        {
            await SendAsync(BecomeUser(id, change), context).ConfigureAwait(false);
            // That took these along.
            change = change with { UserName = null, Email = null, Password = null, FirstName = null, LastName = null, Nickname = null, Locale = null };
            change = change with { Position = null };
        }
        if (change.Active == true)
            await ChangeAsync(UpdateUserActive, call => call.Body("active", true)).ConfigureAwait(false);
        if (change.Guest is { } guest)
            await ChangeAsync(guest ? DemoteUserToGuest : PromoteGuestToUser, call => call).ConfigureAwait(false);
        if (change.Roles is { } roles)
            await ChangeAsync(UpdateUserRoles, call => call.Body("roles", string.Join(' ', roles))).ConfigureAwait(false);
        if (change.Account is { AddedRoles: not null } or { RemovedRoles: not null })
            await ChangeRolesAsync(id, change.Account, context).ConfigureAwait(false);
        if (change.Password is { } password)
            await ChangeAsync(UpdateUserPassword, call => call
                .Body("new_password", password).Body("current_password", change.CurrentPassword)).ConfigureAwait(false);
        if (change is not { UserName: null, FirstName: null, LastName: null, Nickname: null, Email: null, Position: null, Locale: null, TimeZone: null })
            result = await ChangeProfileAsync(id, change, context).ConfigureAwait(false);
        if (await ChangeAccountAsync(id, change, context).ConfigureAwait(false))
            result = null;
        // Last, since whoever deactivates the own account can do no more.
        if (change.Active == false)
        {
            await ChangeAsync(UpdateUserActive, call => call.Body("active", false)).ConfigureAwait(false);
            result = null;
        }
        if (!wanted)
            return null;
        result ??= await ReadAsync(id, context).ConfigureAwait(false);
        // By the id the server tells for a while what it remembers of the user from before.
        return change.Account.Bot is { } bot && result.IsBot != bot
            ? await UserAsync(Call(GetUserByUsername).Path("username", result.UserName), context).ConfigureAwait(false)
            : result;

        Task ChangeAsync(string operation, Func<ApiCall, ApiCall> fill) =>
            SendAsync(fill(Call(operation).Path("user_id", id)), context);
    }

    public async Task RemoveAsync(UserRef user, bool permanent, CallContext context) =>
        await SendAsync(Call(DeleteUser)
            .Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false))
            .Query("permanent", permanent ? true : null), context).ConfigureAwait(false);

    public ChatUser ToUser(Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        Id = user.Id,
        UserName = user.Username,
        DisplayName = MattermostDisplayName.Of(user),
        FirstName = Filled(user.FirstName),
        LastName = Filled(user.LastName),
        Nickname = Filled(user.Nickname),
        Email = Filled(user.Email),
        Position = Filled(user.Position),
        Roles = MattermostRoles.Split(user.Roles),
        IsActive = user.DeleteAt == 0,
        IsGuest = user.Roles?.Contains("system_guest", StringComparison.Ordinal),
        IsAdmin = user.Roles?.Contains("system_admin", StringComparison.Ordinal),
        IsBot = user.IsBot,
        Locale = Filled(user.Locale),
        TimeZone = Filled(TimeZone(user.Timezone)),
        CreatedAt = MattermostTime.Read(user.CreateAt),
        UpdatedAt = MattermostTime.Read(user.UpdateAt),
        DeactivatedAt = MattermostTime.Read(user.DeleteAt),
    };

    private const string AutomaticZone = "useAutomaticTimezone";

    /// <summary>A zone of the user's own choice, in place of that of the device in use.</summary>
    private static Dictionary<string, string>? TimeZone(string? zone) => zone is null ? null : new()
    {
        [AutomaticZone] = "false",
        ["automaticTimezone"] = "",
        ["manualTimezone"] = zone,
    };

    private static string? TimeZone(Dictionary<string, string>? zone) =>
        zone?.GetValueOrDefault(zone.GetValueOrDefault(AutomaticZone) == "false" ? "manualTimezone" : "automaticTimezone");

    private static void Check(UserChange change)
    {
        var account = change.Account;
        if (account.EmailVerified == false)
            throw Refused("An address that counts as somebody's cannot be made doubtful again.", "Leave -EmailVerified:$false out.");
        if (account.Bot == false && change.Password is null)
            throw Refused("A bot that becomes a user needs a password.", "Give it with -Password.");
        if (account.Mfa == true && account.MfaCode is null)
            throw Refused("The second factor is switched on with a code of it.", "Give the code with -MfaCode.");
        if (account.MfaCode is not null && account.Mfa != true)
            throw Refused("A code switches the second factor on.", "Give -Mfa with -MfaCode.");
        if (account.AuthService is null != account.AuthData is null)
            throw Refused("A service to sign in with and what it knows the user by belong together.", "Give both -AuthService and -AuthData.");
        if (change.Roles is not null && account is { AddedRoles: not null } or { RemovedRoles: not null })
            throw Refused("All roles or those that come and go: one or the other.", "Give -Role, or -AddRole and -RemoveRole.");

        static ChatException Refused(string what, string advice) => new(ChatErrorReason.InvalidRequest, what) { Advice = advice };
    }

    private ApiCall BecomeUser(string id, UserChange change) => Call(ConvertBotToUser).Path("bot_user_id", id)
        .Body("password", change.Password)
        .Body("username", change.UserName)
        .Body("email", change.Email)
        .Body("first_name", change.FirstName)
        .Body("last_name", change.LastName)
        .Body("nickname", change.Nickname)
        .Body("locale", change.Locale)
        .Body("position", change.Position);

    // The server has no operation for one role, and puts all in place of all.
    private async Task<ChatUser> ChangeProfileAsync(string id, UserChange change, CallContext context)
    {
        (string Member, string? Value)[] members =
        [
            ("username", change.UserName),
            ("first_name", change.FirstName),
            ("last_name", change.LastName),
            ("nickname", change.Nickname),
            ("email", change.Email),
            ("position", change.Position),
            ("locale", change.Locale),
        ];
        var zone = TimeZone(change.TimeZone);
        try
        {
            var call = Call(PatchUser).Path("user_id", id).Body("timezone", zone);
            foreach (var (member, value) in members)
                call.Body(member, value);
            return await UserAsync(call, context).ConfigureAwait(false);
        }
        // Local mode takes accounts as a whole only.
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotSupported && MattermostLocalMode.Is(Connection))
        {
            var account = await ReadAsync(Call(GetUser).Path("user_id", id), MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
            foreach (var (member, value) in members.Where(member => member.Value is not null))
                account[member] = value;
            if (zone is not null)
                account["timezone"] = new JsonObject(zone.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
            return await UserAsync(Call(UpdateUser).Path("user_id", id).Content(account), context).ConfigureAwait(false);
        }
    }

    private async Task ChangeRolesAsync(string id, UserAccountChange change, CallContext context)
    {
        var roles = (await ReadAsync(id, context).ConfigureAwait(false)).Roles;
        var wanted = roles.Union(change.AddedRoles ?? []).Except(change.RemovedRoles ?? []).ToList();
        if (wanted.Count != roles.Count || !wanted.TrueForAll(roles.Contains))
            await SendAsync(
                Call(UpdateUserRoles).Path("user_id", id).Body("roles", string.Join(' ', wanted)), context).ConfigureAwait(false);
    }

    /// <summary>What each has an operation of its own.</summary>
    /// <returns>Whether anything was changed.</returns>
    private async Task<bool> ChangeAccountAsync(string id, UserChange change, CallContext context)
    {
        var calls = new List<ApiCall>();
        if (change.Photo is { IsGiven: true, Value: var photo })
            calls.Add(photo is null
                ? Call(SetDefaultProfileImage).Path("user_id", id)
                : Call(SetProfileImage).Path("user_id", id).File("image", photo.Name, photo.Open));
        if (change.Account.Unlock)
            calls.Add(Call(ResetPasswordFailedAttempts).Path("user_id", id));
        if (change.Account.EmailVerified == true)
            calls.Add(Call(VerifyUserEmailWithoutToken).Path("user_id", id));
        if (change.Account.Mfa is { } mfa)
            calls.Add(Call(UpdateUserMfa).Path("user_id", id).Body("activate", mfa).Body("code", change.Account.MfaCode));
        if (change.Account.AuthService is { } service)
            calls.Add(Call(UpdateUserAuth).Path("user_id", id).Body("auth_service", service).Body("auth_data", change.Account.AuthData));
        if (change.Account.Bot == true)
            calls.Add(Call(ConvertUserToBot).Path("user_id", id));
        foreach (var call in calls)
            await SendAsync(call, context).ConfigureAwait(false);
        return calls.Count > 0;
    }

    private Task<ChatUser> UserAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.User, ToUser, context);

    private async Task<ChatUser> ReadAsync(string user, CallContext context) =>
        ToUser(await Names.FindUserAsync(user, context).ConfigureAwait(false));

    private IAsyncEnumerable<ChatUser> ListFiltered(UserFilter filter, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        // Of these the server heeds one and forgets the others without a word.
        var places = new[] { (filter.Room ?? filter.NotInRoom) is null ? filter.Team : null, filter.NotInTeam, filter.Room, filter.NotInRoom };
        if (filter.Group is not null && MattermostLocalMode.Is(Connection))
            throw MattermostLocalMode.Lacks("The server's local mode passes over groups, and would list everybody.");
        if (places.Count(place => place is not null) > 1)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Mattermost lists the users of one team or room, or those outside of one, and not both at once.")
            {
                Advice = "Give one of -Team, -NotInTeam, -Room and -NotInRoom; with -Search they may be combined.",
            };
        var (team, room, outside) = await PlacesAsync(filter, context).ConfigureAwait(false);
        var call = Call(GetUsers)
            .Query("in_team", team)
            .Query("not_in_team", await TeamIdAsync(filter.NotInTeam, context).ConfigureAwait(false))
            .Query("in_channel", room)
            .Query("not_in_channel", outside)
            .Query("in_group", await GroupIdAsync(filter.Group, context).ConfigureAwait(false))
            .Query("without_team", filter.WithoutTeam ? true : null)
            .Query("role", filter.Role)
            .Query("active", filter.Active == true ? true : null)
            .Query("inactive", filter.Active == false ? true : null)
            .Query("sort", filter.Sort);
        return List(call, window, context);
    });

    private async IAsyncEnumerable<ChatUser> ListOutsideAsync(
        UserFilter filter, IReadOnlyList<string> groups, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RefuseOther(filter, new UserFilter { NotInGroups = groups, Team = filter.Team, Room = filter.Room }, "-NotInGroup");
        if (filter is { Team: null, Room: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, "-NotInGroup chooses among the members of a team or a room.") { Advice = "Give -Team or -Room with it." };
        var ids = new List<string>(groups.Count);
        foreach (var group in groups)
            ids.Add(await Connection.Get<MattermostGroups>().IdAsync(group, context).ConfigureAwait(false));
        var call = filter.Room is { } room
            ? Call(ChannelMembersMinusGroupMembers).Path("channel_id", await Names.RoomIdAsync(room, filter.Team, context).ConfigureAwait(false))
            : Call(TeamMembersMinusGroupMembers).Path("team_id", await Names.TeamIdAsync(filter.Team!, context).ConfigureAwait(false));
        await foreach (var user in List(call.Query("group_ids", string.Join(',', ids)), window, context).WithCancellation(cancellation).ConfigureAwait(false))
            yield return user;
    }

    // Operations of their own, which know no other conditions.
    private static void RefuseOther(UserFilter filter, UserFilter allowed, string parameter)
    {
        if (filter != allowed)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"Mattermost knows no other conditions together with {parameter}.")
            {
                Advice = "Leave the others out, and pipe what comes to Where-Object.",
            };
    }

    private async IAsyncEnumerable<ChatUser> SearchAsync(
        UserFilter filter, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (team, room, outside) = await PlacesAsync(filter, context).ConfigureAwait(false);
        var limit = window.PageSize(MaxFound);
        var call = Call(SearchUsers)
            .Body("term", filter.Search)
            .Body("team_id", team)
            .Body("not_in_team_id", await TeamIdAsync(filter.NotInTeam, context).ConfigureAwait(false))
            .Body("in_channel_id", room)
            .Body("not_in_channel_id", outside)
            .Body("in_group_id", await GroupIdAsync(filter.Group, context).ConfigureAwait(false))
            .Body("without_team", filter.WithoutTeam ? true : null)
            .Body("allow_inactive", filter.Active != true)
            .Body("limit", limit);
        var found = window.Skip;
        await foreach (var user in List(call, window, context).WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (++found == MaxFound)
                context.Log.Warning($"A search ends after {MaxFound} users; there may be more. Narrow it, or list users by a pattern instead.");
            if ((filter.Role is null || user.Roles.Contains(filter.Role)) && (filter.Active is null || user.IsActive == filter.Active))
                yield return user;
        }
    }

    private IAsyncEnumerable<ChatUser> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, MattermostJson.Default.User, ToUser, context);

    private async Task<string?> GroupIdAsync(string? group, CallContext context) =>
        group is null ? null : await Connection.Get<MattermostGroups>().IdAsync(group, context).ConfigureAwait(false);

    /// <summary>The ids of the places a filter names. Who is not in a channel is asked within the channel's team.</summary>
    private async Task<(string? Team, string? Room, string? Outside)> PlacesAsync(UserFilter filter, CallContext context)
    {
        // Everybody in a channel is in its team.
        if (filter.Room is { } inside)
            return (null, await Names.RoomIdAsync(inside, filter.Team, context).ConfigureAwait(false), null);
        var team = await TeamIdAsync(filter.Team, context).ConfigureAwait(false);
        if (filter.NotInRoom is not { } outside)
            return (team, null, null);
        var channel = await Names.FindRoomAsync(outside, filter.Team, context).ConfigureAwait(false);
        return (team ?? Filled(channel.TeamId), null, channel.Id);
    }

    // A team is a filter here, so the session's does not step in for it.
    private async Task<string?> TeamIdAsync(string? team, CallContext context) =>
        team is null ? null : await Names.TeamIdAsync(team, context).ConfigureAwait(false);

    private static async Task<Dictionary<string, Wire.User>> IndexAsync(Task<List<Wire.User>> users, Func<Wire.User, string> key)
    {
        var index = new Dictionary<string, Wire.User>(StringComparer.OrdinalIgnoreCase);
        foreach (var user in await users.ConfigureAwait(false))
            index[key(user)] = user;
        return index;
    }

    private async Task<ChatUser> PickAsync(Task<Dictionary<string, Wire.User>> users, string key) =>
        (await users.ConfigureAwait(false)).TryGetValue(key, out var user) ? ToUser(user) : throw new ChatException(
            ChatErrorReason.NotFound, $"There is no user '{key}', or you may not see it.")
        {
            Advice = "Give an id, a user name or an e-mail address; Get-ChatUser -Search looks for people.",
        };
}
