namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class TeamUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    [Fact]
    public void GetOrgMembers()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var id = shell.Run<ChatTeam>("$team = Get-ChatTeam $args[0]; $team", Team).Single().Id;
        sandbox.Server.ClearRequests();
        var members = shell.Run<ChatTeamUser>("$team | Get-ChatTeamUser");
        Assert.Equal([$"GET /orgs/v1/{id}/members"], sandbox.Wire);
        var admin = members.Single(m => m.UserId == sandbox.Hathora.Admin.Email);
        Assert.Equal((id, admin.UserId, admin.UserId, true), (admin.TeamId, admin.UserName, admin.Email, admin.IsAdmin));
        Assert.Equal(["admin"], admin.Roles);
        Assert.Empty(admin.Scopes);
        Assert.True(admin.CreatedAt < admin.JoinedAt && admin.JoinedAt < admin.LastLoginAt);
        Assert.NotNull(admin.InvitedBy);

        var scoped = Assert.Single(members, m => m.Scopes.Count > 0);
        Assert.Empty(scoped.Roles);
        Assert.False(scoped.IsAdmin);
        Assert.Equal(["applications:read", "processes:read-write"], scoped.Scopes);
    }

    [Fact]
    public void Some_are_named_by_their_addresses_or_patterns_and_me()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var (admin, member) = (sandbox.Hathora.Admin.Email, sandbox.Hathora.Member.Email);
        shell.RunClean("Set-ChatSession -Team $args[0]", Team);
        Assert.Equal([member, admin], shell.Run<ChatTeamUser>("Get-ChatTeamUser -User $args[0], me", member.ToUpperInvariant()).Select(m => m.UserName));
        // Which id the team's name stands for is known from signing in, and the list is read once for both.
        Assert.Single(sandbox.Wire);
        Assert.Equal([admin], shell.Run<ChatTeamUser>("Get-ChatTeamUser -User ($args[0] + '*')", admin[..^4]).Select(m => m.UserName));
        Assert.Equal(2, shell.Run("Get-ChatTeamUser -User $args[0], nobody@example.com, $args[1]", admin, member).Count);
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobody@example.com", error.TargetObject);
    }

    [Fact]
    public void Without_a_team_it_says_what_is_missing()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var error = shell.Fail("Get-ChatTeamUser");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Team", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatTeamUser nobodys").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
