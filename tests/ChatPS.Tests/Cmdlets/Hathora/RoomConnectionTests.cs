using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class RoomConnectionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HathoraState State => ((HathoraService)sandbox.Hathora).State;

    private App Arena => State.Apps.Find(app => app.Name == "arena")!;

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        shell.RunClean("Set-ChatSession -App $args[0]", Arena.Id);
        return shell;
    }

    [Fact]
    public void GetConnectionInfo()
    {
        using var shell = Connect();
        var process = State.Rooms["arena-hall"].Allocation!.Process;
        var connection = shell.Run<ChatRoomConnection>("Get-ChatRoomConnection arena-hall").Single();
        Assert.Equal([$"GET /rooms/v2/{Arena.Id}/connectioninfo/arena-hall"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests.Single().Header("Authorization"));
        Assert.Equal(("arena-hall", Arena.Id, "active"), (connection.RoomId, connection.AppId, connection.Status));
        Assert.Equal((process.Host, process.PortOf(0), process.Deployment.DefaultPort.TransportType), (connection.Host, connection.Port!.Value, connection.Transport));
        Assert.Equal($"{process.Host}:{process.PortOf(0)}", connection.Address);
        Assert.Equal(("default", connection.Address), (connection.ExposedPort!.Name, connection.ToString()));
        Assert.Equal(process.Deployment.AdditionalPorts.Select(p => p.Name), connection.AdditionalPorts.Select(p => p.Name));
    }

    [Fact]
    public void Rooms_come_as_objects_names_and_the_default_and_one_that_fails_leaves_the_others()
    {
        using var shell = Connect();
        var found = shell.Run("'no-such-room', 'arena-hall' | Get-ChatRoomConnection");
        Assert.Equal("arena-hall", ((ChatRoomConnection)Assert.Single(found).BaseObject).RoomId);
        Assert.Equal("no-such-room", Assert.Single(shell.Errors).TargetObject);
        Assert.NotEmpty(shell.Run<ChatRoomConnection>("Get-ChatRoom -First 2 | Get-ChatRoomConnection | Get-ChatRoom | Get-ChatRoomConnection -App arena"));
        Assert.Equal("arena-hall", shell.Run<ChatRoomConnection>("Set-ChatSession -Room arena-hall; Get-ChatRoomConnection").Single().RoomId);
    }

    [Fact]
    public void A_room_that_starts_is_waited_for()
    {
        using var shell = Connect();
        var waited = shell.Run<ChatRoomConnection>("$room = New-ChatRoom -Region Sydney; $room | Get-ChatRoomConnection; $room | Get-ChatRoomConnection -Wait");
        Assert.Equal(["starting", "active"], waited.Select(c => c.Status));
        Assert.Equal((null, null, null, "starting"), (waited[0].Host, waited[0].Port, waited[0].Address, waited[0].ToString()));
        Assert.NotNull(waited[1].Port);
    }

    [Fact]
    public void A_room_that_takes_too_long_is_an_error()
    {
        using var shell = Connect();
        var error = shell.Fail("$room = New-ChatRoom slow -Region Johannesburg; $room | Get-ChatRoomConnection -Wait -Timeout 0.01");
        Assert.StartsWith("ChatPS.Timeout", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("slow", error.TargetObject);
    }

    [Theory]
    [InlineData("Suspend-ChatRoom")]
    [InlineData("Remove-ChatRoom -Force")]
    public void A_room_that_runs_no_more_is_an_error_at_once(string command)
    {
        using var shell = Connect();
        var error = shell.Fail($"$room = New-ChatRoom -Region Dubai; $room | {command}; $room | Get-ChatRoomConnection -Wait");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(sandbox.Wire, line => line.Contains("connectioninfo", StringComparison.Ordinal));
    }

    /// <summary>How a script ends that has deployed: a room, how to get there, and what its server says.</summary>
    [Fact]
    public void A_room_is_made_reached_and_its_log_followed()
    {
        using var shell = Connect();
        var connection = shell.Run<ChatRoomConnection>("$connection = New-ChatRoom -Region Singapore | Get-ChatRoomConnection -Wait; $connection").Single();
        Assert.NotNull(connection.Address);
        var lines = shell.Run<ChatLog>("$connection | Get-ChatRoom | Get-ChatLog -Wait -First 4");
        Assert.Equal(4, lines.Count);
        Assert.StartsWith("loading build", lines[0].Message, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Message == $"room {connection.RoomId} created");
        Assert.All(lines, line => Assert.Equal(State.Rooms[connection.RoomId].Allocation!.Process.Id, line.ProcessId));
    }
}
