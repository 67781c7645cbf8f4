using System.Net;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class LobbyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private App Arena => ((HathoraService)sandbox.Hathora).State.Apps.Find(app => app.Name == "arena")!;

    private string Lobbies => "/lobby/v3/" + Arena.Id;

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        shell.RunClean("Set-ChatSession -App $args[0]", Arena.Id);
        return shell;
    }

    [Fact]
    public void ListActivePublicLobbies()
    {
        using var shell = Connect();
        var lobbies = shell.Run<ChatLobby>("Get-ChatLobby");
        Assert.Equal([$"GET {Lobbies}/list/public"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests.Single().Header("Authorization"));
        Assert.Equal(Arena.Lobbies.Where(l => l is { Visibility: "public", IsActive: true }).Select(l => l.RoomId).Order(), lobbies.Select(l => l.RoomId).Order());
        var one = lobbies[0];
        var known = Arena.Lobbies.Find(l => l.RoomId == one.RoomId)!;
        Assert.Equal((Arena.Id, known.ShortCode, "public", known.Region, known.Room!.Config, known.CreatedBy), (one.AppId, one.ShortCode, one.Visibility, one.Region, one.Config, one.CreatedBy));
        Assert.NotNull(one.CreatedAt);
        sandbox.Server.ClearRequests();
        Assert.All(shell.Run<ChatLobby>("Get-ChatLobby arena -Region tokyo -First 1"), l => Assert.Equal("Tokyo", l.Region));
        Assert.Equal($"GET {Lobbies}/list/public?region=Tokyo", sandbox.Wire.Last());
        Assert.Contains("region", shell.Fail("Get-ChatLobby -Region Atlantis").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetLobbyInfoByRoomId()
    {
        using var shell = Connect();
        Assert.Equal("arena-hall", shell.Run<ChatLobby>("Get-ChatLobby -Room arena-hall").Single().RoomId);
        Assert.Equal([$"GET {Lobbies}/info/roomid/arena-hall"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests.Single().Header("Authorization"));
        // Rooms and lobbies lead to each other.
        shell.RunClean("$room = Get-ChatRoom arena-hall; Set-ChatSession -App nobodys");
        Assert.Equal("arena-hall", shell.Run<ChatRoom>("$room | Get-ChatLobby | Get-ChatRoom").Single().Id);
        Assert.Equal("arena-hall", shell.Run<ChatLobby>("$room | Get-ChatLobby | Get-ChatLobby").Single().RoomId);
        Assert.NotNull(shell.Run<ChatRoomConnection>("$room | Get-ChatLobby | Get-ChatRoomConnection").Single().Address);
        Assert.Equal("arena-hall", shell.Run<ChatLobby>("Get-ChatLobby arena -Room arena-*").Single().RoomId);
    }

    [Fact]
    public void GetLobbyInfoByShortCode()
    {
        using var shell = Connect();
        var known = Arena.Lobbies.First(l => l.RoomId == "arena-hall").ShortCode;
        Assert.Equal("arena-hall", shell.Run<ChatLobby>("Get-ChatLobby -ShortCode $args[0]", known).Single().RoomId);
        Assert.Equal([$"GET {Lobbies}/info/shortcode/{known}"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests.Single().Header("Authorization"));
        var found = shell.Run("Get-ChatLobby -ShortCode none, $args[0]", known);
        Assert.Single(found);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("none", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateLobby()
    {
        using var shell = Connect();
        var lobby = shell.Run<ChatLobby>(
            "$player = New-ChatPlayerToken; New-ChatLobby arena Frankfurt -Visibility private -Config @{ map = 'harbor' } -Name my-lobby -ShortCode MINE -PlayerToken $player.Token").Single();
        var request = sandbox.Server.Requests[^1];
        Assert.Equal($"POST {Lobbies}/create?roomId=my-lobby&shortCode=MINE", $"{request.Method} {request.Target}");
        Assert.Equal("""{"visibility":"private","region":"Frankfurt","roomConfig":"{\u0022map\u0022:\u0022harbor\u0022}"}""", request.Body);
        var player = shell.Run<ChatPlayerToken>("$player").Single();
        Assert.Equal("Bearer " + new NetworkCredential("", player.Token).Password, request.Header("Authorization"));
        Assert.Equal(
            ("my-lobby", "MINE", "private", "Frankfurt", """{"map":"harbor"}""", player.PlayerId, Arena.Id),
            (lobby.RoomId, lobby.ShortCode, lobby.Visibility, lobby.Region, lobby.Config, lobby.CreatedBy, lobby.AppId));
        Assert.DoesNotContain(shell.Run<ChatLobby>("Get-ChatLobby"), l => l.RoomId == "my-lobby");
    }

    [Fact]
    public void Without_a_token_somebody_anonymous_makes_it()
    {
        using var shell = Connect();
        var lobby = shell.Run<ChatLobby>("New-ChatLobby -Region Frankfurt").Single();
        Assert.Equal([$"POST /auth/v1/{Arena.Id}/login/anonymous", $"POST {Lobbies}/create"], sandbox.Wire);
        Assert.Equal("public", lobby.Visibility);
        var tokens = sandbox.Server.Requests.Select(r => r.Header("Authorization")).ToArray();
        Assert.Null(tokens[0]);
        Assert.NotEqual("Bearer " + sandbox.Hathora.Admin.Token, tokens[1]);
    }

    [Fact]
    public void Players_are_piped()
    {
        using var shell = Connect();
        shell.RunClean("$player = New-ChatPlayerToken -Nickname ann; Set-ChatSession -App nobodys");
        var lobbies = shell.Run<ChatLobby>("$player | New-ChatLobby -Region Frankfurt -Visibility local");
        Assert.Equal(shell.Run<ChatPlayerToken>("$player").Single().PlayerId, lobbies.Single().CreatedBy);
        Assert.Single(sandbox.Wire, line => line.Contains("/login/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_that_is_none_fails_the_lobby_and_not_the_session()
    {
        using var shell = Connect();
        var error = shell.Fail("New-ChatLobby -Region Frankfurt -PlayerToken $args[0]", SandboxFixture.Protect("not-a-players-token"));
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("get another one", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEmpty(shell.Run<ChatRoom>("Get-ChatRoom arena-hall"));
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatLobby -Region Frankfurt -WhatIf");
        Assert.Empty(sandbox.Wire);
    }
}
