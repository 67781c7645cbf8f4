using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Users. A change replaces the account as a whole, so that it is read before; only the password and the presence stay when left out.</summary>
internal sealed class HipChatUsers(Connection connection) : HipChatResource(connection), IUserReader, IUserCreator, IUserEditor, IUserRemover
{
    public IAsyncEnumerable<ChatUser> ListAsync(UserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Search, ChatPlatform.HipChat, "Search");
        Unsupported.IfGiven(filter.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(filter.NotInTeam, ChatPlatform.HipChat, "NotInTeam");
        Unsupported.IfGiven(filter.Room, ChatPlatform.HipChat, "Room");
        Unsupported.IfGiven(filter.NotInRoom, ChatPlatform.HipChat, "NotInRoom");
        Unsupported.IfGiven(filter.Role, ChatPlatform.HipChat, "Role");
        Unsupported.IfGiven(filter.Active is not null, ChatPlatform.HipChat, filter.Active == false ? "Inactive" : "Active");
        Unsupported.IfGiven(filter.Sort, ChatPlatform.HipChat, "Sort");
        Unsupported.IfOfGroups(filter, ChatPlatform.HipChat);
        var call = Call(GetAllUsers)
            .Query("include-guests", filter.IncludeGuest ? true : null)
            .Query("include-deleted", filter.IncludeDeleted ? true : null);
        return ListWhole(call, window, HipChatJson.Default.User, ToUser, context);
    }

    /// <summary>There is no operation for many at once.</summary>
    public IEnumerable<Task<ChatUser>> Find(IReadOnlyList<UserRef> users, CallContext context) =>
        users.Select(async user => ToUser(await ReadAsync(user, context).ConfigureAwait(false)));

    public Task<long?> CountAsync(UserFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public Task<ChatUser> CreateAsync(UserChange user, CallContext context)
    {
        RefuseWhatIsNot(user);
        Unsupported.IfGiven(user.Photo.IsGiven, ChatPlatform.HipChat, "Photo");
        Connection.Mask.Add(user.Password);
        var call = Call(CreateUser)
            .Body("name", user.DisplayName.Value ?? user.UserName)
            .Body("mention_name", user.UserName?.TrimStart('@'))
            .Body("email", user.Email)
            .Body("title", user.Position)
            .Body("timezone", user.TimeZone)
            .Body("roles", user.Roles)
            .Body("is_group_admin", IsAdmin(user.Roles))
            .Body("password", user.Password);
        return CreateAsync(call, $"user '{user.UserName}'", async id => ToUser(await ReadAsync(new UserRef(id), context).ConfigureAwait(false)), context);
    }

    public async Task<ChatUser?> UpdateAsync(UserRef user, UserChange change, bool wanted, CallContext context)
    {
        RefuseWhatIsNot(change);
        Unsupported.IfGiven(change.CurrentPassword, ChatPlatform.HipChat, "CurrentPassword");
        Connection.Mask.Add(change.Password);
        if (change.DisplayName is { IsGiven: true, Value: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, "On HipChat everybody has a name that people see.") { Advice = "Give one with -DisplayName." };
        if (change.Photo is { IsGiven: true, Value: var picture })
            await SetPictureAsync(CallForUser(UpdatePhoto, user), "photo", CallForUser(DeletePhoto, user), picture, context).ConfigureAwait(false);
        if (change with { Photo = default } != new UserChange())
            user = new UserRef(await ReplaceAsync(user, change, null, context).ConfigureAwait(false));
        return wanted ? ToUser(await ReadAsync(user, context).ConfigureAwait(false)) : null;
    }

    public Task RemoveAsync(UserRef user, bool permanent, CallContext context)
    {
        Unsupported.IfGiven(permanent, ChatPlatform.HipChat, "Permanent");
        return SendAsync(CallForUser(DeleteUser, user), context);
    }

    public Task<Wire.User> ReadAsync(UserRef user, CallContext context) =>
        ReadAsync(CallForUser(ViewUser, user), HipChatJson.Default.User, context);

    /// <summary>Replaces an account by itself with some changes.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="presence">The presence, for what it is now; null to leave it.</param>
    /// <param name="context">The call.</param>
    /// <returns>The user's id.</returns>
    public async Task<string> ReplaceAsync(UserRef user, UserChange change, Func<Wire.Presence?, object>? presence, CallContext context)
    {
        var now = await ReadAsync(user, context).ConfigureAwait(false);
        var email = change.Email ?? now.Email ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, $"HipChat replaces a user as a whole, and this account may not see the e-mail address of '{now.MentionName ?? user.Value}'.")
        {
            Advice = "Give the address with Set-ChatUser -Email, or connect with an administrator's token.",
        };
        await SendAsync(
            Call(UpdateUser).Path("id_or_email", now.Id)
                .Body("name", change.DisplayName.Value ?? now.Name)
                .Body("mention_name", change.UserName?.TrimStart('@') ?? now.MentionName)
                .Body("email", email)
                .Body("title", change.Position ?? now.Title)
                .Body("timezone", change.TimeZone ?? now.Timezone)
                .Body("roles", change.Roles ?? now.Roles)
                .Body("is_group_admin", IsAdmin(change.Roles) ?? now.IsGroupAdmin)
                .Body("password", change.Password)
                .Body("presence", presence?.Invoke(now.Presence)),
            context).ConfigureAwait(false);
        return now.Id;
    }

    public ChatUserPresence ToPresence(Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Presence?.Unnamed,
        UserId = user.Id,
        UserName = user.MentionName,
        IsOnline = user.Presence is { IsOnline: not false },
        Status = user.Presence is { IsOnline: not false, Show: var show } ? show : "offline",
        Message = user.Presence?.Status,
        IdleTime = user.Presence?.Idle is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        LastActiveAt = user.LastActive,
    };

    private static void RefuseWhatIsNot(UserChange user)
    {
        Unsupported.IfAdministered(user, ChatPlatform.HipChat);
        Unsupported.IfGiven(user.FirstName, ChatPlatform.HipChat, "FirstName");
        Unsupported.IfGiven(user.LastName, ChatPlatform.HipChat, "LastName");
        Unsupported.IfGiven(user.Nickname, ChatPlatform.HipChat, "Nickname");
        Unsupported.IfGiven(user.Locale, ChatPlatform.HipChat, "Locale");
        Unsupported.IfGiven(user.Guest is not null, ChatPlatform.HipChat, "Guest");
        Unsupported.IfGiven(user.Active is not null, ChatPlatform.HipChat, "Active");
    }

    /// <summary>The roles say it too, and not every server looks at both.</summary>
    private static bool? IsAdmin(IReadOnlyList<string>? roles) => roles?.Any(role => role is "admin" or "owner");

    private ChatUser ToUser(Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        Id = user.Id,
        UserName = user.MentionName ?? user.Name ?? user.Id,
        DisplayName = user.Name,
        Email = user.Email,
        Position = user.Title is { Length: > 0 } title ? title : null,
        Roles = user.Roles ?? [],
        IsActive = user.IsDeleted != true,
        IsGuest = user.IsGuest,
        IsAdmin = user.IsGroupAdmin,
        TimeZone = user.Timezone,
        Presence = user.Presence is null ? null : ToPresence(user),
        AvatarUrl = user.PhotoUrl,
        CreatedAt = user.Created,
        LastActiveAt = user.LastActive,
    };
}
