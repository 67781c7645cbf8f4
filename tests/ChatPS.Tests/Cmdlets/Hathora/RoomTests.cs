using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class RoomTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HathoraState State => ((HathoraService)sandbox.Hathora).State;

    private App Arena => State.Apps.Find(app => app.Name == "arena")!;

    private Process Busiest => State.Rooms["arena-hall"].Allocation!.Process;

    private string Rooms => "/rooms/v2/" + Arena.Id;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A session that falls back to the app arena.</summary>
    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        shell.RunClean("Set-ChatSession -App $args[0]", Arena.Id);
        return shell;
    }

    // ---- Reading ---------------------------------------------------------------------------------------------------------------

    [Fact]
    public void GetRoomInfo()
    {
        using var shell = Connect();
        var room = shell.Run<ChatRoom>("$room = Get-ChatRoom arena-hall; $room").Single();
        Assert.Equal([$"GET {Rooms}/info/arena-hall"], sandbox.Wire);
        Assert.Equal(("arena-hall", "arena-hall", "arena-hall", Arena.Id, "active", Busiest.Id), (room.Id, room.RoomId, room.Name, room.AppId, room.Status, room.ProcessId));
        Assert.Contains("\"map\"", room.Config, StringComparison.Ordinal);
        Assert.Null(room.Kind);
        var allocation = Assert.Single(room.Allocations);
        Assert.Equal((Busiest.Id, null), (allocation.ProcessId, allocation.UnscheduledAt));
        Assert.NotNull(allocation.ScheduledAt);
        Assert.NotEqual("", allocation.Id);
        // The same by its object, with another default app.
        Assert.Equal(room.Id, shell.Run<ChatRoom>("Set-ChatSession -App nobodys; $room | Get-ChatRoom").Single().Id);
        Assert.Equal($"GET {Rooms}/info/arena-hall", sandbox.Wire.Last());
    }

    [Fact]
    public void GetActiveRoomsForProcess()
    {
        using var shell = Connect();
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom -Process $args[0]", Busiest.Id);
        Assert.Equal([$"GET {Rooms}/list/{Busiest.Id}/active"], sandbox.Wire);
        Assert.Equal(Busiest.CurrentRooms.Select(r => r.Id), rooms.Select(r => r.Id));
        Assert.All(rooms, r => Assert.Equal((Busiest.Id, "active", Busiest.Id), (r.ProcessId, r.Status, Assert.Single(r.Allocations).ProcessId)));
    }

    [Fact]
    public void GetInactiveRoomsForProcess()
    {
        using var shell = Connect();
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom -Process $args[0] -Inactive", Busiest.Id);
        Assert.Equal([$"GET {Rooms}/list/{Busiest.Id}/inactive"], sandbox.Wire);
        Assert.Contains(rooms, r => r is { Status: "destroyed", ProcessId: null, Allocations: [] });
        Assert.Contains(rooms, r => r is { Status: "scheduling", ProcessId: null });
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatRoom>("Get-ChatRoom -Process $args[0] -Active -Inactive", Busiest.Id);
        Assert.Equal([$"GET {Rooms}/list/{Busiest.Id}/active", $"GET {Rooms}/list/{Busiest.Id}/inactive"], sandbox.Wire);
        Assert.Equal(Busiest.Rooms.Count, all.Count);
    }

    [Fact]
    public void Processes_are_piped_as_objects_and_one_that_fails_leaves_the_others()
    {
        using var shell = Connect();
        shell.RunClean("Set-ChatSession -App nobodys");
        var rooms = shell.Run<ChatRoom>("Get-ChatProcess $args[0] -Status running | Get-ChatRoom", Arena.Id);
        Assert.Equal(Arena.Processes.Where(p => p.StatusAt(DateTimeOffset.UtcNow) == "running").SelectMany(p => p.CurrentRooms).Select(r => r.Id).Order(), rooms.Select(r => r.Id).Order());
        var none = Guid.NewGuid().ToString();
        var found = shell.Run("$args[0], $args[1] | ForEach-Object { [pscustomobject]@{ AppId = $args[2]; ProcessId = $_ } } | Get-ChatRoom -First 1".Replace("$args[2]", $"'{Arena.Id}'", StringComparison.Ordinal), none, Busiest.Id);
        Assert.Equal(Busiest.Id, ((ChatRoom)Assert.Single(found).BaseObject).ProcessId);
        var error = Assert.Single(shell.Errors);
        Assert.Equal(none, error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        // An object that is named tells its app as well.
        Assert.NotEmpty(shell.Run<ChatRoom>("$process = Get-ChatProcess $args[0] $args[1]; Get-ChatRoom -Process $process", Arena.Id, Busiest.Id));
    }

    [Fact]
    public void Without_a_process_those_of_all_that_run_are_walked_through()
    {
        using var shell = Connect();
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom");
        Assert.Equal(Arena.Processes.SelectMany(p => p.CurrentRooms).Select(r => r.Id).Order(), rooms.Select(r => r.Id).Order());
        Assert.Equal(
            $"GET /processes/v3/apps/{Arena.Id}/processes/latest?status=starting&status=running&status=draining&status=stopping", sandbox.Wire.First());
        var running = Arena.Processes.Where(p => p.CurrentRooms.Any()).ToArray();
        Assert.All(running, p => Assert.Contains($"GET {Rooms}/list/{p.Id}/active", sandbox.Wire));
        Assert.DoesNotContain(sandbox.Wire, line => line.EndsWith("/inactive", StringComparison.Ordinal));

        sandbox.Server.ClearRequests();
        Assert.Equal("arena-hall", shell.Run<ChatRoom>("Get-ChatRoom ARENA-*").Single().Id);
        Assert.Equal(rooms.Skip(1).Take(2).Select(r => r.Id), shell.Run<ChatRoom>("Get-ChatRoom -Skip 1 -First 2").Select(r => r.Id));
        sandbox.Server.ClearRequests();
        // The first one is on the first process.
        Assert.Single(shell.Run<ChatRoom>("Get-ChatRoom -First 1"));
        Assert.Equal(2, sandbox.Wire.Count());
    }

    [Fact]
    public void What_ran_is_found_on_all_processes_of_the_app_and_each_room_once()
    {
        using var shell = Connect();
        var moved = shell.Run<ChatRoom>("$moved = New-ChatRoom -Region Dallas; $moved").Single();
        shell.RunClean("$moved | Suspend-ChatRoom; Stop-ChatProcess -Process $args[0]; $moved | Resume-ChatRoom", moved.ProcessId);
        sandbox.Server.ClearRequests();
        var inactive = shell.Run<ChatRoom>("Get-ChatRoom -Inactive");
        Assert.All(inactive, r => Assert.Null(r.ProcessId));
        Assert.DoesNotContain(inactive, r => r.Id == moved.Id);
        Assert.Contains(inactive, r => r.Status == "destroyed");
        Assert.Equal($"GET /processes/v3/apps/{Arena.Id}/processes/latest", sandbox.Wire.First());
        Assert.Contains(sandbox.Wire, line => line.Contains("before=", StringComparison.Ordinal));
        var all = shell.Run<ChatRoom>("Get-ChatRoom -Active -Inactive");
        Assert.Equal(State.Rooms.Values.Where(r => r.App == Arena).Select(r => r.Id).Order(), all.Select(r => r.Id).Order());
        Assert.Equal(2, shell.Run<ChatRoom>("Get-ChatRoom $args[0]", moved.Id).Single().Allocations.Count);
    }

    [Fact]
    public void Nobody_counts_them()
    {
        using var shell = Connect();
        Assert.Equal(0.0, shell.RunClean("(Get-ChatRoom -Process $args[0] -IncludeTotalCount -First 0).Accuracy", Busiest.Id).Single().BaseObject);
    }

    [Fact]
    public void Apps_are_named_by_id_or_name_which_may_be_another_teams()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var other = State.Apps.First(app => app.Org != Arena.Org);
        Assert.NotEmpty(shell.Run<ChatRoom>("Get-ChatRoom arena-hall -App arena"));
        shell.RunClean("$null = Get-ChatRoom -App $args[0] -Team $args[1]", other.Name, other.Org.Name);
        Assert.Contains(sandbox.Wire, line => line.StartsWith($"GET /processes/v3/apps/{other.Id}/", StringComparison.Ordinal));
        Assert.NotEmpty(shell.Run<ChatRoom>("Set-ChatSession -App arena -Team $args[0]; Get-ChatRoom -First 1", Arena.Org.Id));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatRoom -App nobodys").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_app_there_is_none_to_look_in()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.Contains("-App", shell.Fail("Get-ChatRoom x").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // ---- Making, changing and ending -------------------------------------------------------------------------------------------

    [Fact]
    public void CreateRoom()
    {
        using var shell = Connect();
        var room = shell.Run<ChatRoom>("$room = New-ChatRoom my-room -Region frankfurt -Config @{ maxPlayers = 4 } -ClientIP 192.0.2.1, 192.0.2.2; $room").Single();
        Assert.Equal([$"POST {Rooms}/create?roomId=my-room"], sandbox.Wire);
        Assert.Equal("""{"region":"Frankfurt","roomConfig":"{\u0022maxPlayers\u0022:4}","clientIPs":["192.0.2.1","192.0.2.2"]}""", Last.Body);
        Assert.Equal(("my-room", "my-room", Arena.Id, "active", """{"maxPlayers":4}"""), (room.Id, room.Name, room.AppId, room.Status, room.Config));
        Assert.Equal(State.Rooms["my-room"].Allocation!.Process.Id, room.ProcessId);
        // Where it is reached came along.
        Assert.NotNull(shell.RunClean("$room.ExposedPort.host").Single());
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatRoom my-room -Region Frankfurt").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_needs_neither_a_name_nor_a_config_and_may_name_its_deployment()
    {
        using var shell = Connect();
        var deployment = Arena.Deployments[^2].Id;
        var room = shell.Run<ChatRoom>("New-ChatRoom -App arena -Region Frankfurt -Deployment $args[0]", deployment).Single();
        Assert.Equal($"POST {Rooms}/create", sandbox.Wire.Last());
        Assert.Equal($$"""{"region":"Frankfurt","deploymentId":"{{deployment}}"}""", Last.Body);
        Assert.Equal(deployment, State.Rooms[room.Id].Allocation!.Process.Deployment.Id);
        shell.RunClean("[pscustomobject]@{ AppId = $args[0]; DeploymentId = $args[1] } | New-ChatRoom -Region Frankfurt -Config 'plain text'", Arena.Id, deployment);
        Assert.Equal($$"""{"region":"Frankfurt","roomConfig":"plain text","deploymentId":"{{deployment}}"}""", Last.Body);
    }

    [Fact]
    public void Names_are_piped_and_objects_are_not_taken_for_names()
    {
        using var shell = Connect();
        Assert.Equal(["piped-1", "piped-2"], shell.Run<ChatRoom>("'piped-1', 'piped-2' | New-ChatRoom -Region Tokyo -ThrottleLimit 2").Select(r => r.Name));
        // A process tells the app, and where the app is named, the region.
        var room = shell.Run<ChatRoom>("Get-ChatProcess -Process $args[0] | New-ChatRoom -App arena", Busiest.Id).Single();
        Assert.Equal(Busiest.Region, State.Rooms[room.Id].Allocation!.Process.Region);
        shell.RunClean("$null = Set-ChatSession -App nobodys; Get-ChatProcess $args[0] $args[1] | New-ChatRoom -Region Tokyo", Arena.Id, Busiest.Id);
        Assert.Equal($"POST {Rooms}/create", sandbox.Wire.Last());
    }

    [Fact]
    public void A_region_is_needed_and_has_to_be_one()
    {
        using var shell = Connect();
        foreach (var command in new[] { "New-ChatRoom x", "New-ChatRoom -App arena" })
        {
            var error = shell.Fail(command);
            Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.All(HathoraLists.Regions, region => Assert.Contains(region, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
        }
        Assert.Empty(sandbox.Wire);
        Assert.Contains("Frankfurt", shell.Fail("New-ChatRoom -Region Atlantis").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateRoomConfig()
    {
        using var shell = Connect();
        shell.RunClean("$null = New-ChatRoom changed -Region Frankfurt");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatRoom changed -Config 'a text'"));
        Assert.Equal([$"POST {Rooms}/update/changed"], sandbox.Wire);
        Assert.Equal("""{"roomConfig":"a text"}""", Last.Body);
        Assert.Equal("""{"map":"harbor"}""", shell.Run<ChatRoom>("Get-ChatRoom changed | Set-ChatRoom -Config @{ map = 'harbor' } -PassThru").Single().Config);
        Assert.Equal("""["a",1]""", shell.Run<ChatRoom>("Set-ChatRoom changed -App arena -Config 'a', 1 -PassThru").Single().Config);
        Assert.Equal("", shell.Run<ChatRoom>("Set-ChatRoom changed -Config '' -PassThru").Single().Config);
        Assert.Contains("Nothing to change", shell.Fail("Set-ChatRoom changed").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DestroyRoom()
    {
        using var shell = Connect();
        shell.RunClean("'ends-1', 'ends-2' | New-ChatRoom -Region Frankfurt | Out-Null");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.Run("'ends-1', 'no-such-room', 'ends-2' | Remove-ChatRoom -Force -ThrottleLimit 2"));
        Assert.Equal(
            [$"POST {Rooms}/destroy/ends-1", $"POST {Rooms}/destroy/ends-2", $"POST {Rooms}/destroy/no-such-room"], sandbox.Wire.Order());
        var error = Assert.Single(shell.Errors);
        Assert.Equal("no-such-room", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("destroyed", shell.Run<ChatRoom>("Get-ChatRoom ends-1").Single().Status);
    }

    [Fact]
    public void SuspendRoomV2Deprecated()
    {
        using var shell = Connect();
        shell.RunClean("$room = New-ChatRoom rests -Region Frankfurt");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Suspend-ChatRoom rests"));
        Assert.Equal([$"POST {Rooms}/suspend/rests"], sandbox.Wire);
        var room = shell.Run<ChatRoom>("$room | Suspend-ChatRoom -PassThru").Single();
        Assert.Equal(("scheduling", null), (room.Status, room.ProcessId));
        Assert.NotNull(Assert.Single(room.Allocations).UnscheduledAt);
    }

    [Fact]
    public void ResumeRoom()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatRoom goes-on -Region Frankfurt -Config mine | Suspend-ChatRoom");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Resume-ChatRoom goes-on"));
        Assert.Equal([$"POST {Rooms}/resume/goes-on"], sandbox.Wire);
        var room = shell.Run<ChatRoom>("Suspend-ChatRoom goes-on; Resume-ChatRoom goes-on -PassThru").Single();
        Assert.Equal(("mine", State.Rooms["goes-on"].Allocation!.Process.Id), (room.Config, room.ProcessId));
        var error = shell.Fail("Resume-ChatRoom goes-on");
        Assert.Contains("not suspended", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("goes-on", error.TargetObject);
    }

    [Theory]
    [InlineData("New-ChatRoom x -Region Frankfurt")]
    [InlineData("Set-ChatRoom x -Config y")]
    [InlineData("Remove-ChatRoom x")]
    [InlineData("Remove-ChatRoom x -Force")]
    [InlineData("Suspend-ChatRoom x")]
    [InlineData("Resume-ChatRoom x")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = Connect();
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    // ---- What it has not, and others have not ----------------------------------------------------------------------------------

    [Theory]
    [InlineData("Get-ChatRoom -Search x")]
    [InlineData("Get-ChatRoom -Me")]
    [InlineData("Get-ChatRoom -User x")]
    [InlineData("Get-ChatRoom -IncludeArchived")]
    [InlineData("New-ChatRoom x -Topic y")]
    [InlineData("New-ChatRoom x -DisplayName y")]
    [InlineData("New-ChatRoom x -Purpose y")]
    [InlineData("New-ChatRoom x -Privacy Private")]
    [InlineData("New-ChatRoom -User x")]
    [InlineData("Set-ChatRoom x -Topic y")]
    [InlineData("Set-ChatRoom x -Config c -Name y")]
    [InlineData("Set-ChatRoom x -Config c -Tags y")]
    [InlineData("Set-ChatRoom x -Config c -MoveTo y")]
    [InlineData("Set-ChatRoom x -Config c -Archived:$false")]
    [InlineData("Remove-ChatRoom x -Permanent -Force")]
    [InlineData("Restore-ChatRoom x")]
    public void What_it_lacks_is_refused_before_anything_is_sent(string command)
    {
        using var shell = Connect();
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatRoom -App a")]
    [InlineData("Get-ChatRoom x -App a")]
    [InlineData("Get-ChatRoom -Process p")]
    [InlineData("Get-ChatRoom -Active")]
    [InlineData("Get-ChatRoom -Inactive")]
    [InlineData("New-ChatRoom x -Region Frankfurt")]
    [InlineData("New-ChatRoom x -App a")]
    [InlineData("New-ChatRoom x -Config c")]
    [InlineData("New-ChatRoom x -Deployment d")]
    [InlineData("New-ChatRoom x -ClientIP 192.0.2.1")]
    [InlineData("Set-ChatRoom x -App a -Topic t")]
    [InlineData("Set-ChatRoom x -Config c")]
    [InlineData("Remove-ChatRoom x -App a -Force")]
    [InlineData("Suspend-ChatRoom x")]
    [InlineData("Resume-ChatRoom x")]
    [InlineData("Get-ChatRoomConnection x")]
    [InlineData("Get-ChatLobby x")]
    [InlineData("New-ChatLobby x Frankfurt")]
    [InlineData("New-ChatPlayerToken x")]
    public void What_others_lack_is_refused_there(string command)
    {
        foreach (var service in new[] { sandbox.Mattermost, sandbox.Gitter, sandbox.Heroku })
        {
            using var shell = sandbox.Connect(service);
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Empty(sandbox.Wire);
        }
    }
}
