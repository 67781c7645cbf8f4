using ChatPS.Sandbox.Platforms.Gitter;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Tests.Cmdlets.Gitter;

/// <summary>Repositories, channels, events and who runs a room.</summary>
public sealed class RoomDetailTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Backend = "northwind-harbor/backend";

    private GitterService Service => (GitterService)sandbox.Gitter;

    private string Me => Service.State.UserByName(sandbox.Gitter.Admin.UserName)!.Id;

    private GitterRoom Room => Service.State.RoomsByUri[Backend];

    [Fact]
    public void Repositories_are_listed_found_and_lead_to_their_rooms()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var repos = shell.Run<ChatRepo>("Get-ChatRepo");
        Assert.Equal($"GET /v1/user/{Me}/repos", Assert.Single(sandbox.Wire));
        var repo = repos.First(r => r.RoomId is not null);
        Assert.Equal(Service.State.Repos[repo.Name].Id.ToString(null, null), repo.Id);
        Assert.Equal(repo.RoomId, shell.Run<ChatRoom>("Get-ChatRepo $args[0] | Get-ChatRoom", repo.Name).Single().Id);
        Assert.Contains(repo.Name, shell.Run<ChatRepo>("Get-ChatRepo -Search $args[0]", repo.Name.Split('/')[1]).Select(r => r.Name));
        Assert.Equal($"GET /v1/user/{Me}/repos?q={repo.Name.Split('/')[1]}&limit=100", sandbox.Wire.Last());
        Assert.NotEmpty(shell.Run<ChatRepo>("Get-ChatRepo *"));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatRepo nobody/nothing").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_are_a_list_of_their_own()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.NotEmpty(shell.Run<ChatRoom>("Get-ChatRoom -Channel"));
        Assert.Equal($"GET /v1/user/{Me}/channels", Assert.Single(sandbox.Wire));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatRoom -Channel -Search x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_come_newest_first_page_by_page()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Service.Exclusively(() =>
        {
            for (var i = 0; i < 230; i++)
                Service.State.Post(Room, new GitterEvent(Service.State.Ids.Next(DateTimeOffset.UtcNow), $"e{i}", "", DateTimeOffset.UtcNow, "github", "push", "ann"));
        });
        var events = shell.Run<ChatEvent>("Get-ChatEvent $args[0]", Backend);
        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(i => $"e{i}"), events.Take(230).Select(e => e.Text));
        Assert.Equal(events.Count, events.Select(e => e.Id).Distinct().Count());
        Assert.All(events, e => Assert.Equal(("Activity", Room.Id), (e.Kind, e.RoomId)));
        sandbox.Server.ClearRequests();
        Assert.Equal(["e229", "e228"], shell.Run<ChatEvent>("Get-ChatEvent $args[0] -First 2", Room.Id).Select(e => e.Text));
        Assert.Equal($"GET /v1/rooms/{Room.Id}/events?limit=2", Assert.Single(sandbox.Wire));
        Assert.Equal("push", shell.RunClean("(Get-ChatEvent $args[0] -First 1).Meta.event", Room.Id).Single().ToString());
    }

    [Fact]
    public void Who_runs_a_room_is_shown_and_changed()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var security = Assert.Single(shell.Run<ChatRoomSecurity>("Get-ChatRoom $args[0] | Get-ChatRoomSecurity", Backend));
        Assert.Equal([$"GET /v1/rooms/{Room.Id}/security", $"GET /v1/rooms/{Room.Id}/security/extraAdmins"], sandbox.Wire.TakeLast(2));
        Assert.Equal((Room.Id, Room.Security.Members, Room.Security.Admins), (security.RoomId, security.Members, security.Admins));

        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatRoomSecurity $args[0] -ExtraAdmins $args[1] -WhatIf", Room.Id, sandbox.Gitter.Member.UserName);
        Assert.Empty(sandbox.Wire);
        var changed = Assert.Single(shell.Run<ChatRoomSecurity>(
            "Set-ChatRoomSecurity $args[0] -Type GROUP -ExtraAdmins $args[1], me -PassThru", Room.Id, sandbox.Gitter.Member.UserName));
        Assert.Equal(("GROUP", "GROUP_ADMIN"), (changed.Type, changed.Admins));
        Assert.Equal([sandbox.Gitter.Member.UserName, sandbox.Gitter.Admin.UserName], changed.ExtraAdmins);
        Assert.Equal($$"""{"type":"GROUP","extraAdmins":["{{Service.State.UserByName(sandbox.Gitter.Member.UserName)!.Id}}","{{Me}}"]}""",
            sandbox.Server.Requests.Single(r => r.Method == "PUT").Body);
        shell.RunClean("Set-ChatRoomSecurity $args[0] -Type $null", Room.Id);
        Assert.Equal("""{"type":null}""", sandbox.Server.Requests.Last(r => r.Method == "PUT").Body);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatRoomSecurity $args[0]", Room.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
