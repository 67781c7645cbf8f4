using ChatPS.Sandbox.Platforms.HipChat;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class TeamTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Anybody = "GET /v2/user?expand=items&max-results=1";

    private Group Group => ((HipChatService)sandbox.HipChat).State.Group;

    private string Path => $"/v2/group/{Group.Id}";

    [Fact]
    public void ViewGroup()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var team = shell.Run<ChatTeam>("Get-ChatTeam").Single();
        Assert.Equal([Anybody, "GET " + Path], sandbox.Wire);
        Assert.Equal(($"{Group.Id}", Group.Name, $"{Group.Owner.Id}", Group.Owner.Name), (team.Id, team.Name, team.OwnerId, team.Owner));
        Assert.NotNull(team.CreatedAt);
        Assert.Equal(Group.Subdomain, shell.RunClean("(Get-ChatTeam $args[0]).Subdomain", team.Id).Single().ToString());
        Assert.Equal(team.Id, shell.Run<ChatTeam>("Get-ChatTeam $args[0]", Group.Name.ToLowerInvariant()).Single().Id);
        Assert.Equal(team.Id, shell.Run<ChatTeam>("Get-ChatTeam *").Single().Id);
        Assert.Contains(Group.Name, shell.Fail("Get-ChatTeam another").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GroupStatistics()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var statistic = shell.Run("Get-ChatTeam | Get-ChatTeamStatistic").Single();
        Assert.Equal($"GET {Path}/statistics", sandbox.Wire.Last());
        var own = Assert.IsType<ChatTeamStatistic>(statistic.BaseObject);
        Assert.Equal($"{Group.Id}", own.TeamId);
        Assert.True(own.MessagesSent > 0);
        Assert.NotNull(own.LastActiveAt);
        Assert.NotNull(statistic.Properties["Users"]);
        Assert.Equal(own.TeamId, shell.Run<ChatTeamStatistic>("Get-ChatTeamStatistic").Single().TeamId);
    }

    [Fact]
    public void UpdateGroupAvatar_and_DeleteGroupAvatar()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        using var picture = new TestPicture();
        shell.RunClean("Set-ChatTeam $args[0] -Avatar $args[1] -WhatIf", $"{Group.Id}", picture.Path);
        Assert.Empty(sandbox.Wire);
        Assert.NotNull(shell.Run<ChatTeam>("Set-ChatTeam $args[0] -Avatar $args[1] -PassThru", $"{Group.Id}", picture.Path).Single().AvatarUrl);
        Assert.Equal([$"PUT {Path}/avatar", "GET " + Path], sandbox.Wire);
        Assert.Equal($$"""{"avatar":"{{picture.Base64}}"}""", sandbox.Server.Requests[0].Body);
        Assert.Null(shell.Run<ChatTeam>("Get-ChatTeam | Set-ChatTeam -Avatar '' -PassThru").Single().AvatarUrl);
        Assert.Contains($"DELETE {Path}/avatar", sandbox.Wire);
    }

    [Fact]
    public void InviteUserToGroup()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        shell.RunClean("Send-ChatInvite cy@example.com -DisplayName 'Cy Low' -WhatIf");
        Assert.Empty(sandbox.Wire);
        var invite = shell.Run<ChatInvite>("Send-ChatInvite cy@example.com -DisplayName 'Cy Low' -Position Tester -PassThru").Single();
        Assert.Equal(["POST /v2/invite/user"], sandbox.Wire);
        Assert.Equal("""{"email":"cy@example.com","name":"Cy Low","title":"Tester"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal(("cy@example.com", "Cy Low"), (invite.Email, invite.DisplayName));
        // A table of people.
        Assert.Empty(shell.RunClean(
            "[pscustomobject]@{ Email = 'di@example.com'; DisplayName = 'Di Vale' }, [pscustomobject]@{ Email = 'ed@example.com'; DisplayName = 'Ed Moss' } | Send-ChatInvite"));
        Assert.Equal("""{"email":"ed@example.com","name":"Ed Moss"}""", sandbox.Server.Requests[^1].Body);
        Assert.Contains("-DisplayName", shell.Fail("Send-ChatInvite fay@example.com").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HipChat", "Set-ChatTeam 1 -Description x")]
    [InlineData("HipChat", "Set-ChatTeam 1 -DisplayName x")]
    [InlineData("HipChat", "Set-ChatTeam 1 -Archived")]
    [InlineData("HipChat", "Get-ChatTeam -Search x")]
    [InlineData("HipChat", "Send-ChatInvite a@example.com -DisplayName x -Role admin")]
    [InlineData("HipChat", "Send-ChatInvite a@example.com -DisplayName x -Team y")]
    [InlineData("HipChat", "New-ChatTeam x")]
    [InlineData("Heroku", "Set-ChatTeam 1 -Avatar ''")]
    [InlineData("Heroku", "Send-ChatInvite a@example.com -Team y -DisplayName x")]
    [InlineData("Hathora", "Send-ChatInvite a@example.com -Team y -Position x")]
    public void What_a_platform_has_no_place_for_is_refused(string platform, string script)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
