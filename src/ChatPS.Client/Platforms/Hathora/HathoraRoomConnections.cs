using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>How players get to rooms. The operation is open to everybody: no token goes with it.</summary>
internal sealed class HathoraRoomConnections(Connection connection) : HathoraResource(connection), IRoomConnectionReader
{
    private const string Active = "active";

    // Most processes are there within seconds; a room that takes longer is asked about less and less often.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task<ChatRoomConnection> GetAsync(RoomRef room, CallContext context)
    {
        var app = await Names.AppIdAsync(room.App, context, room.Team).ConfigureAwait(false);
        var call = Call(GetConnectionInfo).Path("appId", app).Path("roomId", room.Value);
        return await SendAsync(call, HathoraJson.Default.RoomConnection, found => ToConnection(found, app), context).ConfigureAwait(false);
    }

    public async Task<ChatRoomConnection> WaitAsync(RoomRef room, TimeSpan timeout, CallContext context)
    {
        var began = Connection.Clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var found = await GetAsync(room, context).ConfigureAwait(false);
            if (found.Status == Active)
                return found;
            var left = timeout - Connection.Clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                throw new ChatException(ChatErrorReason.Timeout, $"The room '{room.Value}' is {found.Status} still, after {timeout.TotalSeconds:0.##} seconds.")
                {
                    Advice = "Give it more time with -Timeout, or see with Get-ChatLog what keeps its process from starting.",
                };
            pause = pause < left ? pause : left;
            context.Log.Waiting(pause, $"for the room {room.Value}, which is {found.Status}");
            await Task.Delay(pause, Connection.Clock, context.Cancellation).ConfigureAwait(false);
        }
    }

    private ChatRoomConnection ToConnection(Wire.RoomConnection found, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = found.Unnamed,
        AppId = app,
        RoomId = found.RoomId,
        Status = found.Status,
        ExposedPort = found.ExposedPort?.ToModel(),
        AdditionalPorts = [.. found.AdditionalExposedPorts.Select(port => port.ToModel())],
    };
}
