using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Rooms. Gitter's API does not create them.</summary>
internal sealed class GitterRooms(Connection connection) : Resource(connection), IRoomReader, IRoomEditor, IRoomRemover
{
    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.AutoJoin, ChatPlatform.Gitter, "AutoJoin");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.Gitter, "Scheme");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Gitter, "IncludeArchived");
        Unsupported.IfOfApp(filter, ChatPlatform.Gitter);
        if (filter.Search is not null)
            Unsupported.IfGiven(filter.User, ChatPlatform.Gitter, filter.User?.IsMe == true ? "Me" : "User");
        if (filter.Search is { } words)
            return List(Call(ListRooms).Query("q", words).Query("limit", window.PageSize(100)), window, context);
        if (filter.User is { } user && !_names.IsOwn(user))
            return ListLater(async () => Call(ListUserRooms).Path("userId", await _names.UserIdAsync(user, context).ConfigureAwait(false)));
        return filter.User is null && (filter.Team ?? Connection.Session.Team) is { } team
            ? ListLater(async () => Call(ListGroupRooms).Path("groupId", await _names.TeamIdAsync(team, context).ConfigureAwait(false)))
            : List(Call(ListRooms), window, context);

        IAsyncEnumerable<ChatRoom> ListLater(Func<Task<ApiCall>> call) => List(call, window, GitterJson.Default.Room, ToRoom, context);
    }

    public async Task<ChatRoom> GetAsync(RoomRef room, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Gitter);
        return ToRoom(await _names.FindRoomAsync(room.Value, context).ConfigureAwait(false));
    }

    public Task<long?> CountAsync(RoomFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatRoom?> UpdateAsync(RoomRef room, RoomChange change, bool wanted, CallContext context)
    {
        Unsupported.IfOwned(change, ChatPlatform.Gitter);
        Unsupported.IfGoverned(change, ChatPlatform.Gitter);
        Unsupported.IfOfApp(room, ChatPlatform.Gitter);
        Unsupported.IfGiven(change.Name, ChatPlatform.Gitter, "Name");
        Unsupported.IfGiven(change.DisplayName, ChatPlatform.Gitter, "DisplayName");
        Unsupported.IfGiven(change.Purpose, ChatPlatform.Gitter, "Purpose");
        Unsupported.IfGiven(change.Privacy, ChatPlatform.Gitter, "Privacy");
        Unsupported.IfGiven(change.Team, ChatPlatform.Gitter, "MoveTo");
        Unsupported.IfGiven(change.Archived is not null, ChatPlatform.Gitter, "Archived");
        Unsupported.IfGiven(change.Config, ChatPlatform.Gitter, "Config");
        var call = Call(UpdateRoom)
            .Path("roomId", await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false))
            .Body("topic", change.Topic)
            // One text with commas, not a list.
            .Body("tags", change.Tags is { } tags ? string.Join(',', tags) : null);
        return await SendAsync(call, GitterJson.Default.Room, ToRoom, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(RoomRef room, bool permanent, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Gitter);
        Unsupported.IfGiven(permanent, ChatPlatform.Gitter, "Permanent");
        await SendAsync(Call(DeleteRoom)
            .Path("roomId", await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false)), context).ConfigureAwait(false);
    }

    private IAsyncEnumerable<ChatRoom> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, GitterJson.Default.Room, ToRoom, context);

    public ChatRoom ToRoom(Wire.Room room) => new()
    {
        Session = Connection.Session,
        Unnamed = room.Unnamed,
        Id = room.Id,
        // A one-to-one room has no URI; its name is the other person's.
        Name = room.Uri ?? room.Name,
        DisplayName = room.Name,
        Topic = room.Topic,
        Kind = room.OneToOne ? ChatRoomKind.Direct
            : room.Security is "PRIVATE" || room.Public == false ? ChatRoomKind.Private : ChatRoomKind.Public,
        TeamId = room.GroupId,
        MemberCount = room.UserCount,
        Tags = room.Tags ?? [],
        Url = room.Url,
        LastActivityAt = room.LastAccessTime,
    };
}
