using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Members, whom only private rooms have, and participants, who are those in any room at this moment.</summary>
internal sealed class HipChatRoomUsers(Connection connection) : HipChatResource(connection),
    IRoomUserReader, IRoomUserAdder, IRoomUserInviter, IRoomUserRemover, IRoomUserEditor
{
    private const string Admin = "room_admin";
    private const string Member = "room_member";

    public IAsyncEnumerable<ChatRoomUser> ListAsync(RoomRef room, RoomUserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Search, ChatPlatform.HipChat, "Search");
        var call = filter.Participant
            ? CallForRoom(GetAllParticipants, room).Query("include-offline", filter.IncludeOffline ? true : null)
            : CallForRoom(GetAllMembers, room);
        return ListWhole(call, window, HipChatJson.Default.RoomMember, member => ToMember(room, member), context);
    }

    public IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, RoomUserFilter filter, IReadOnlyList<UserRef> users, CallContext context) =>
        RoomUserWalk.Find(room, users, () => ListAsync(room, filter, PageWindow.All, context), Connection.Session.UserId);

    public Task<long?> CountAsync(RoomRef room, CallContext context) => Task.FromResult<long?>(null);

    /// <summary>Who is a member already gets the roles that are given now.</summary>
    public async Task<ChatRoomUser?> AddAsync(RoomRef room, UserRef user, IReadOnlyList<string>? roles, bool wanted, CallContext context)
    {
        var own = RolesOf(roles ?? [Member]);
        await SendAsync(CallForMember(AddMember, room, user).Body("room_roles", own), context).ConfigureAwait(false);
        return wanted
            ? await SendAsync(CallForUser(ViewUser, user), HipChatJson.Default.RoomMember, member => ToMember(room, member, own), context).ConfigureAwait(false)
            : null;
    }

    public Task InviteAsync(RoomRef room, UserRef user, string? reason, CallContext context) =>
        SendAsync(CallForMember(InviteUser, room, user).Body("reason", reason ?? ""), context);

    public Task RemoveAsync(RoomRef room, UserRef user, CallContext context) => SendAsync(CallForMember(RemoveMember, room, user), context);

    public Task<ChatRoomUser?> UpdateAsync(RoomRef room, UserRef user, RoomUserChange change, bool wanted, CallContext context) =>
        AddAsync(room, user, change.RolesOn(ChatPlatform.HipChat), wanted, context);

    private ApiCall CallForMember(string operation, RoomRef room, UserRef user) => CallForRoom(operation, room).Path("user_id_or_email", NameOf(user));

    /// <summary>Who runs a room is a member as well.</summary>
    private static string[] RolesOf(IReadOnlyList<string> roles) => [.. roles.SelectMany(role => role.ToUpperInvariant() switch
    {
        "ADMIN" => new[] { Member, Admin },
        "MEMBER" => [Member],
        _ => [role],
    }).Distinct()];

    private ChatRoomUser ToMember(RoomRef room, Wire.RoomMember member, string[]? roles = null)
    {
        roles ??= member.RoomRoles ?? [];
        return new()
        {
            Session = Connection.Session,
            Unnamed = member.Unnamed,
            RoomId = room.Value,
            UserId = member.Id,
            UserName = member.MentionName,
            DisplayName = member.Name,
            Email = member.Email,
            Roles = roles,
            IsAdmin = roles.Contains(Admin),
            IsPresent = member.IsPresentInRoom,
        };
    }
}
