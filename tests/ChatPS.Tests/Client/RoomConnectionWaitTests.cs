using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Tests.Client;

/// <summary>Waiting for a room: less and less often, as long as it was said, and not for one that never comes.</summary>
public sealed class RoomConnectionWaitTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly JumpingClock _clock = new(Start);
    private readonly Notes _notes = new();
    private int _asked;

    [Fact]
    public async Task The_pauses_grow_up_to_a_bound()
    {
        var found = await WaitAsync(TimeSpan.FromMinutes(2), n => n < 9 ? Starting : Active);
        Assert.Equal(("active", "1.proxy.example.com:34567"), (found.Status, found.Address));
        Assert.Equal([0.25, 0.5, 1, 2, 4, 5, 5, 5, 5], _notes.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task It_ends_when_the_time_is_up_and_not_before()
    {
        var error = await Assert.ThrowsAsync<ChatException>(() => WaitAsync(TimeSpan.FromSeconds(6), _ => Starting));
        Assert.Equal(ChatErrorReason.Timeout, error.Reason);
        Assert.Equal([0.25, 0.5, 1, 2, 2.25], _notes.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(6), _clock.GetUtcNow() - Start);
        Assert.Equal(6, _asked);
    }

    [Fact]
    public async Task A_room_that_is_destroyed_meanwhile_is_not_waited_for()
    {
        var error = await Assert.ThrowsAsync<ChatException>(() => WaitAsync(
            TimeSpan.FromMinutes(2), n => n < 2 ? Starting : new("""{"message":"The room is destroyed."}""", 400)));
        Assert.Contains("destroyed", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task It_can_be_called_off()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WaitAsync(
            TimeSpan.FromMinutes(2),
            n =>
            {
                if (n == 3)
                    cancel.Cancel();
                return Starting;
            },
            cancel.Token));
    }

    private static ScriptedServer.Answer Starting => new("""{"roomId":"r1","status":"starting","additionalExposedPorts":[]}""");

    private static ScriptedServer.Answer Active => new(
        """{"roomId":"r1","status":"active","exposedPort":{"name":"default","host":"1.proxy.example.com","port":34567,"transportType":"udp"},"additionalExposedPorts":[]}""");

    private async Task<ChatRoomConnection> WaitAsync(TimeSpan timeout, Func<int, ScriptedServer.Answer> answer, CancellationToken cancellation = default)
    {
        using var server = new ScriptedServer(request => request.Target.Contains("connectioninfo", StringComparison.Ordinal) ? answer(_asked++) : new("""{"orgs":[]}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, _clock);
        return await connection.Find<IRoomConnectionReader>()!.WaitAsync(new RoomRef("r1", App: "app-00000000-0000-0000-0000-000000000001"), timeout, new CallContext(_notes, cancellation));
    }
}
