namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class TeamTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void GetOrgs()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var teams = shell.Run<ChatTeam>("Get-ChatTeam");
        Assert.Equal(["GET /orgs/v1"], sandbox.Wire);
        Assert.True(teams.Count > 1);
        Assert.All(teams, t =>
        {
            Assert.StartsWith("org-", t.Id, StringComparison.Ordinal);
            Assert.Contains("billing:read-write", t.MyScopes);
            Assert.Equal((18, t.Id), (t.MyScopes.Count, t.TeamId));
            Assert.Empty(t.Features);
            Assert.True(t.MonthlyVcpuHoursLimit > 0 && t.ConcurrentVcpusLimit > 0 && t.MemoryLimitMB > 0 && t.ConnectionLimit > 0 && t.CloudBaselineLimit > 0);
            Assert.Equal((TimeSpan.FromHours(72), TimeSpan.FromHours(72), false), (t.ProcessLifetime, t.LogRetention, t.IsSingleTenant));
            Assert.StartsWith("fleet-", t.DefaultFleetId, StringComparison.Ordinal);
            Assert.StartsWith("cus_", t.StripeCustomerId, StringComparison.Ordinal);
        });
        Assert.Equal(teams[1].Id, shell.Run<ChatTeam>("Get-ChatTeam -First 1 -Skip 1").Single().Id);
        Assert.Equal(teams.Count, shell.Run<ChatTeam>("Get-ChatTeam -Me").Count);
    }

    [Fact]
    public void One_is_found_by_its_id_its_name_or_a_pattern()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var team = shell.Run<ChatTeam>("Get-ChatTeam 'northwind games'").Single();
        Assert.Equal("Northwind Games", team.Name);
        Assert.Equal(team.Id, shell.Run<ChatTeam>("Get-ChatTeam $args[0]", team.Id).Single().Id);
        Assert.Equal(team.Id, shell.Run<ChatTeam>("$args[0] | Get-ChatTeam", team).Single().Id);
        Assert.Equal(team.Id, shell.Run<ChatTeam>("Get-ChatTeam north*").Single().Id);
        var error = shell.Fail("Get-ChatTeam nobodys");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobodys", error.TargetObject);
    }

    [Fact]
    public void Others_see_the_teams_that_they_are_in()
    {
        using var shell = sandbox.Connect(sandbox.Hathora, sandbox.Hathora.Accounts.Single(a => a.Role == "viewer"));
        var team = shell.Run<ChatTeam>("Get-ChatTeam 'Northwind Games'").Single();
        Assert.All(team.MyScopes, scope => Assert.EndsWith(":read", scope, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChatTeam -Search north")]
    [InlineData("Get-ChatTeam -IncludeArchived")]
    [InlineData("Get-ChatTeam -EnterpriseAccount acme")]
    [InlineData("Get-ChatTeam -SortBy name")]
    [InlineData("New-ChatTeam another")]
    [InlineData("Set-ChatTeam org-1 -DisplayName Another")]
    [InlineData("Remove-ChatTeam org-1 -Force")]
    [InlineData("Add-ChatTeamUser x@example.com org-1")]
    [InlineData("Remove-ChatTeamUser x@example.com org-1")]
    public void What_it_cannot_do_is_refused_before_it_is_asked(string script)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
