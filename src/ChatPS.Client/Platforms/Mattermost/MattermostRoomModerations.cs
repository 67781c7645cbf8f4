using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What members and guests may do in a channel, where it differs from what is usual.</summary>
internal sealed class MattermostRoomModerations(Connection connection) : MattermostResource(connection), IRoomModerationReader, IRoomModerationEditor
{
    public async Task<IReadOnlyList<ChatRoomModeration>> GetAsync(RoomRef room, CallContext context)
    {
        var id = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        return await ReadAsync(Call(GetChannelModerations).Path("channel_id", id), id, context).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ChatRoomModeration>> UpdateAsync(
        RoomRef room, IReadOnlyList<string> permissions, bool? members, bool? guests, CallContext context)
    {
        var id = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var patch = permissions.Select(permission =>
        {
            var roles = new JsonObject();
            if (members is { } m)
                roles["members"] = m;
            if (guests is { } g)
                roles["guests"] = g;
            return (JsonNode?)new JsonObject { ["name"] = permission, ["roles"] = roles };
        });
        var call = Call(PatchChannelModerations).Path("channel_id", id).Content(new JsonArray([.. patch]));
        var all = await ReadAsync(call, id, context).ConfigureAwait(false);
        return [.. all.Where(moderation => permissions.Contains(moderation.Permission))];
    }

    private async Task<IReadOnlyList<ChatRoomModeration>> ReadAsync(ApiCall call, string roomId, CallContext context) => await SendAsync(
        call, MattermostJson.Default.ModerationArray, all => (IReadOnlyList<ChatRoomModeration>)[.. all.Select(one => ToModeration(one, roomId))], context).ConfigureAwait(false);

    private ChatRoomModeration ToModeration(Wire.Moderation moderation, string roomId) => new()
    {
        Session = Connection.Session,
        Unnamed = moderation.Unnamed,
        RoomId = roomId,
        Permission = moderation.Name,
        Members = moderation.Roles?.Members?.Value,
        CanChangeMembers = moderation.Roles?.Members?.Enabled == true,
        Guests = moderation.Roles?.Guests?.Value,
        CanChangeGuests = moderation.Roles?.Guests?.Enabled == true,
    };
}
