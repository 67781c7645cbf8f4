using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>People in rooms. No operation gives a single one, so one is found by going through the list.</summary>
internal sealed class GitterRoomUsers(Connection connection) : Resource(connection), IRoomUserReader, IRoomUserAdder, IRoomUserRemover, IRoomUserEditor
{
    private const int MaxFound = 100;

    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatRoomUser> ListAsync(RoomRef room, RoomUserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfParticipants(filter, ChatPlatform.Gitter);
        return ListAsync(room, filter.Search, window, context, context.Cancellation);
    }

    /// <summary>The people in a room, as whatever is to be made of them.</summary>
    public async IAsyncEnumerable<T> UsersAsync<T>(RoomRef room, string? search, PageWindow window, Func<Wire.User, T> map, CallContext context)
    {
        var call = (await CallAsync(ListRoomUsers, room, context).ConfigureAwait(false)).Query("q", search);
        // A search has one answer and no pages; asked for the next, the server gives the same again.
        if (search is not null)
            call.Query("limit", window.PageSize(MaxFound));
        await foreach (var user in List(call, search is null ? null : SinglePage.Instance, window, GitterJson.Default.User, map, context).ConfigureAwait(false))
            yield return user;
    }

    public IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, RoomUserFilter filter, IReadOnlyList<UserRef> users, CallContext context) =>
        RoomUserWalk.Find(room, users, () => ListAsync(room, filter, PageWindow.All, context), Connection.Session.UserId);

    public Task<long?> CountAsync(RoomRef room, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatRoomUser?> AddAsync(RoomRef room, UserRef user, IReadOnlyList<string>? roles, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(roles, ChatPlatform.Gitter, "Role");
        if (!_names.IsOwn(user))
        {
            var call = (await CallAsync(AddUserToRoom, room, context).ConfigureAwait(false)).Body("username", _names.UserName(user));
            var added = await ReadAsync(call, GitterJson.Default.User, context).ConfigureAwait(false);
            return wanted ? ToMember(await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false), added) : null;
        }
        // One doesn't add oneself, one joins.
        await SendAsync(Call(JoinRoom)
            .Path("userId", await _names.UserIdAsync(user, context).ConfigureAwait(false))
            .Body("id", await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false)), context).ConfigureAwait(false);
        return wanted ? await Find(room, new(), [user], context).First().ConfigureAwait(false) : null;
    }

    public async Task RemoveAsync(RoomRef room, UserRef user, CallContext context)
    {
        var call = await CallAsync(RemoveUserFromRoom, room, context).ConfigureAwait(false);
        if (_names.IsOwn(user) || GitterNames.IsId(user.Value))
            call.Path("userId", await _names.UserIdAsync(user, context).ConfigureAwait(false));
        else
            call.Path("userId", _names.UserName(user)).Query("type", "username");
        await SendAsync(call, context).ConfigureAwait(false);
    }

    public async Task<ChatRoomUser?> UpdateAsync(RoomRef room, UserRef user, RoomUserChange change, bool wanted, CallContext context)
    {
        var roles = change.RolesOn(ChatPlatform.Gitter);
        var isAdmin = roles is [var only] ? only.ToUpperInvariant() switch
        {
            "ADMIN" => true,
            "MEMBER" => false,
            _ => (bool?)null,
        } : null;
        if (isAdmin is null)
            throw new ChatException(ChatErrorReason.NotSupported, $"Gitter has no role '{string.Join(' ', roles)}' in a room.") { Advice = "Give Admin or Member." };
        var id = await _names.UserIdAsync(user, context).ConfigureAwait(false);
        var call = isAdmin == true
            ? (await CallAsync(AddRoomExtraAdmin, room, context).ConfigureAwait(false)).Body("id", id)
            : (await CallAsync(RemoveRoomExtraAdmin, room, context).ConfigureAwait(false)).Path("userId", id);
        await SendAsync(call, context).ConfigureAwait(false);
        return wanted ? await Find(room, new(), [user with { Value = id }], context).First().ConfigureAwait(false) : null;
    }

    private async Task<ApiCall> CallAsync(string operation, RoomRef room, CallContext context) =>
        Call(operation).Path("roomId", await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false));

    private async IAsyncEnumerable<ChatRoomUser> ListAsync(
        RoomRef room, string? search, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var id = await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false);
        await foreach (var member in UsersAsync(room, search, window, user => ToMember(id, user), context).WithCancellation(cancellation).ConfigureAwait(false))
            yield return member;
    }

    private ChatRoomUser ToMember(string roomId, Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        RoomId = roomId,
        UserId = user.Id,
        UserName = user.Username,
        DisplayName = user.DisplayName,
        Email = user.Email,
        Roles = user.Role is { } role ? [role] : [],
        IsAdmin = user.Role == "admin",
    };
}
