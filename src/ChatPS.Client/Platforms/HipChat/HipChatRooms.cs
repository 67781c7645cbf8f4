using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Rooms. A change replaces the room as a whole, so that it is read before.</summary>
internal sealed class HipChatRooms(Connection connection) : HipChatResource(connection), IRoomReader, IRoomCreator, IRoomEditor, IRoomRemover
{
    public IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(filter.Search, ChatPlatform.HipChat, "Search");
        Unsupported.IfOfApp(filter, ChatPlatform.HipChat);
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.HipChat, "Scheme");
        if (filter.AutoJoin)
        {
            Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.HipChat, "IncludeArchived together with -AutoJoin");
            return ListWhole(CallForUser(GetAutoJoinRooms, filter.User ?? UserRef.Me), window, HipChatJson.Default.Room, ToRoom, context);
        }
        Unsupported.IfGiven(filter.User, ChatPlatform.HipChat, (filter.User?.IsMe == true ? "Me" : "User") + " without -AutoJoin");
        return ListWhole(
            Call(GetAllRooms).Query("include-private", true).Query("include-archived", filter.IncludeArchived ? true : null),
            window, HipChatJson.Default.Room, ToRoom, context);
    }

    public async Task<ChatRoom> GetAsync(RoomRef room, CallContext context) => ToRoom(await ReadAsync(room, context).ConfigureAwait(false));

    public Task<long?> CountAsync(RoomFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public Task<ChatRoom> CreateAsync(NewRoom room, CallContext context)
    {
        Unsupported.IfGiven(room.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(room.DisplayName, ChatPlatform.HipChat, "DisplayName");
        Unsupported.IfGiven(room.Purpose, ChatPlatform.HipChat, "Purpose");
        Unsupported.IfGiven(room.Users.Count > 0, ChatPlatform.HipChat, "User");
        Unsupported.IfOfApp(room, ChatPlatform.HipChat);
        var call = Call(CreateRoom)
            .Body("name", room.Name ?? throw new ChatException(ChatErrorReason.InvalidRequest, "A room needs a name.") { Advice = "Give it with -Name." })
            .Body("privacy", PrivacyOf(room.Kind))
            .Body("topic", room.Topic)
            .Body("owner_user_id", room.Owner is { } owner ? NameOf(owner) : null)
            .Body("guest_access", room.GuestAccess);
        return CreateAsync(call, $"room '{room.Name}'", id => GetAsync(new RoomRef(id), context), context);
    }

    public async Task<ChatRoom?> UpdateAsync(RoomRef room, RoomChange change, bool wanted, CallContext context)
    {
        Unsupported.IfGoverned(change, ChatPlatform.HipChat);
        Unsupported.IfGiven(change.DisplayName, ChatPlatform.HipChat, "DisplayName");
        Unsupported.IfGiven(change.Purpose, ChatPlatform.HipChat, "Purpose");
        Unsupported.IfGiven(change.Tags, ChatPlatform.HipChat, "Tags");
        Unsupported.IfGiven(change.Team, ChatPlatform.HipChat, "MoveTo");
        Unsupported.IfGiven(change.Config, ChatPlatform.HipChat, "Config");
        if (change.Avatar is { IsGiven: true, Value: var picture })
            await SetPictureAsync(CallForRoom(UpdateRoomAvatar, room), "avatar", CallForRoom(DeleteRoomAvatar, room), picture, context).ConfigureAwait(false);
        var rest = change with { Avatar = default };
        if (rest == new RoomChange { Topic = change.Topic })
        {
            if (change.Topic is { } topic)
                await SendAsync(CallForRoom(SetTopic, room).Body("topic", topic), context).ConfigureAwait(false);
        }
        else
        {
            // The name may be what changes.
            room = new RoomRef(await ReplaceAsync(room, rest, context).ConfigureAwait(false));
        }
        return wanted ? await GetAsync(room, context).ConfigureAwait(false) : null;
    }

    public Task RemoveAsync(RoomRef room, bool permanent, CallContext context)
    {
        Unsupported.IfGiven(permanent, ChatPlatform.HipChat, "Permanent");
        return SendAsync(CallForRoom(DeleteRoom, room), context);
    }

    /// <returns>The room's id.</returns>
    private async Task<string> ReplaceAsync(RoomRef room, RoomChange change, CallContext context)
    {
        var now = await ReadAsync(room, context).ConfigureAwait(false);
        var owner = change.Owner is { } other ? NameOf(other) : now.Owner?.Id;
        await SendAsync(
            Call(UpdateRoom).Path("room_id_or_name", now.Id)
                .Body("name", change.Name ?? now.Name)
                .Body("privacy", PrivacyOf(change.Privacy) ?? now.Privacy)
                .Body("is_archived", change.Archived ?? now.IsArchived ?? false)
                .Body("is_guest_accessible", change.GuestAccess ?? now.IsGuestAccessible ?? false)
                .Body("topic", change.Topic ?? now.Topic ?? "")
                .Body("owner", owner is null ? null : new Dictionary<string, string> { ["id"] = owner })
                .Body("delegate_admin_visibility", now.DelegateAdminVisibility),
            context).ConfigureAwait(false);
        return now.Id;
    }

    private Task<Wire.Room> ReadAsync(RoomRef room, CallContext context) => ReadAsync(CallForRoom(GetRoom, room), HipChatJson.Default.Room, context);

    private static string? PrivacyOf(ChatRoomKind? kind) => kind switch
    {
        null => null,
        ChatRoomKind.Private => "private",
        _ => "public",
    };

    private ChatRoom ToRoom(Wire.Room room) => new()
    {
        Session = Connection.Session,
        Unnamed = room.Unnamed,
        Id = room.Id,
        Name = room.Name,
        DisplayName = room.Name,
        Topic = room.Topic,
        Kind = room.Privacy switch
        {
            "private" => ChatRoomKind.Private,
            "public" => ChatRoomKind.Public,
            _ => null,
        },
        OwnerId = room.Owner?.Id,
        Owner = room.Owner?.Name,
        IsArchived = room.IsArchived ?? false,
        IsGuestAccessible = room.IsGuestAccessible,
        GuestAccessUrl = room.GuestAccessUrl,
        DelegateAdminVisibility = room.DelegateAdminVisibility,
        AvatarUrl = room.AvatarUrl,
        CreatedAt = room.Created,
        LastActivityAt = room.LastActive,
    };
}
