using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Who may enter a room, and who runs it.</summary>
internal sealed class GitterRoomSecurity(Connection connection) : Resource(connection), IRoomSecurityReader, IRoomSecurityEditor
{
    private readonly GitterNames _names = new(connection);

    public async Task<ChatRoomSecurity> GetAsync(RoomRef room, CallContext context)
    {
        var roomId = await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false);
        return await ReadAsync(Call(GetRoomSecurity).Path("roomId", roomId), roomId, context).ConfigureAwait(false);
    }

    public async Task<ChatRoomSecurity> UpdateAsync(RoomRef room, RoomSecurityChange change, CallContext context)
    {
        var roomId = await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false);
        List<string>? admins = null;
        foreach (var user in change.Admins ?? [])
            (admins ??= []).Add(await _names.UserIdAsync(user, context).ConfigureAwait(false));
        var call = Call(UpdateRoomSecurity).Path("roomId", roomId)
            .Body("type", change.Type)
            .Body("extraAdmins", change.Admins is null ? null : admins ?? []);
        return await ReadAsync(call, roomId, context).ConfigureAwait(false);
    }

    // Those who were made administrators by name are a list of their own.
    private async Task<ChatRoomSecurity> ReadAsync(ApiCall call, string roomId, CallContext context)
    {
        var security = await ReadAsync(call, GitterJson.Default.RoomSecurity, context).ConfigureAwait(false);
        var admins = await ReadAsync(
            Call(ListRoomExtraAdmins).Path("roomId", roomId), GitterJson.Default.UserArray, context).ConfigureAwait(false);
        return new ChatRoomSecurity
        {
            Session = Connection.Session,
            Unnamed = security.Unnamed,
            RoomId = roomId,
            Type = security.Type,
            LinkPath = security.LinkPath,
            Admins = security.Admins,
            Members = security.Members,
            ExtraAdmins = [.. admins.Select(user => user.Username)],
        };
    }
}
