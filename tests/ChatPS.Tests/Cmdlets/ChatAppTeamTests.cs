using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>Apps of teams, which the client of 2015 knows as those of organizations.</summary>
public sealed class ChatAppTeamTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private ChatApp NewApp(Shell shell, string name)
    {
        var app = shell.Run<ChatApp>("New-ChatApp $args[0] -Team ops", name).Single();
        sandbox.Server.ClearRequests();
        return app;
    }

    [Fact]
    public void OrganizationAppCreate_makes_an_app_of_a_team()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("New-ChatApp team-made -Team ops -Region eu -Stack heroku-24 -Locked").Single();
        Assert.Equal(["POST /teams/apps"], sandbox.Wire);
        Assert.Equal("""{"name":"team-made","team":"ops","region":"eu","stack":"heroku-24","locked":true}""", Last.Body);
        Assert.Equal(("team-made", "ops", "eu", true), (app.Name, app.Team, app.Region, app.Locked));
        Assert.NotNull(app.TeamId);

        Assert.Equal("ops", shell.Run<ChatApp>("Get-ChatTeam ops | New-ChatApp team-piped").Single().Team);
        shell.RunClean("Set-ChatSession -Team ops");
        Assert.Equal("ops", shell.Run<ChatApp>("New-ChatApp team-session").Single().Team);
        Assert.Equal("""{"name":"team-session","team":"ops"}""", Last.Body);
        Assert.Null(shell.Run<ChatApp>("New-ChatApp team-not -Personal").Single().Team);
        Assert.Equal("""{"name":"team-not","personal":true}""", Last.Body);
    }

    [Fact]
    public void OrganizationAppList_is_the_list_of_all_apps()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = NewApp(shell, "team-listed");
        Assert.Contains(shell.Run<ChatApp>("Get-ChatApp | Where-Object Team"), found => found.Id == app.Id);
        Assert.Equal(["GET /apps"], sandbox.Wire);
    }

    [Fact]
    public void OrganizationAppListForOrganization_lists_a_teams_apps()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = NewApp(shell, "team-listed-too");
        var apps = shell.Run<ChatApp>("Get-ChatTeam ops | Get-ChatApp");
        Assert.EndsWith("/apps", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.All(apps, found => Assert.Equal("ops", found.Team));
        Assert.Contains(apps, found => found.Id == app.Id);

        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatApp>("Get-ChatApp -Team ops -First 2 -SortBy name").Count);
        Assert.Equal(["GET /teams/ops/apps"], sandbox.Wire);
        Assert.Equal("name ..; max=2", Last.Header("Range"));
        Assert.Equal(app.Id, shell.Run<ChatApp>("Get-ChatApp team-l*too -Team ops").Single().Id);
    }

    [Fact]
    public void Apps_of_a_team_that_somebody_works_on_are_listed()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = NewApp(shell, "team-worked-on");
        shell.RunClean("Add-ChatAppCollaborator team-worked-on $args[0] -TeamApp", sandbox.Heroku.Member.Email);
        Assert.Contains(shell.Run<ChatApp>("Get-ChatApp -Team ops -User $args[0]", sandbox.Heroku.Member.Email), found => found.Id == app.Id);
        Assert.Equal($"GET /teams/ops/members/{Uri.EscapeDataString(sandbox.Heroku.Member.Email)}/apps", sandbox.Wire.Last());
        shell.RunClean("Get-ChatApp -Team ops -Me; $me = Get-ChatTeamUser ops me; Get-ChatApp -Team ops -User $me");
        var mine = $"GET /teams/ops/members/{Uri.EscapeDataString(sandbox.Heroku.Admin.Email)}/apps";
        Assert.Equal(2, sandbox.Wire.Count(request => request == mine));
    }

    [Fact]
    public void OrganizationAppInfo_tells_what_only_a_teams_apps_have()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-read");
        var app = shell.Run<ChatApp>("Get-ChatApp team-read -Team ops").Single();
        Assert.Equal(["GET /teams/apps/team-read"], sandbox.Wire);
        Assert.Equal((false, true), (app.Locked, app.Joined));
        Assert.Null(shell.Run<ChatApp>("Get-ChatApp team-read").Single().Locked);
    }

    [Fact]
    public void OrganizationAppUpdateLocked_locks_and_unlocks()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = NewApp(shell, "team-lock");
        Assert.True(shell.Run<ChatApp>("Set-ChatApp team-lock -Locked -PassThru").Single().Locked);
        Assert.Equal(["PATCH /teams/apps/team-lock"], sandbox.Wire);
        Assert.Equal("""{"locked":true}""", Last.Body);
        Assert.False(shell.Run<ChatApp>("$args[0] | Set-ChatApp -Locked:$false -PassThru", app).Single().Locked);
        Assert.Equal($"PATCH /teams/apps/{app.Id}", sandbox.Wire.Last());
        Assert.Equal("""{"locked":false}""", Last.Body);
    }

    [Fact]
    public void OrganizationAppTransferToAccount_gives_the_app_to_somebody()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-to-account");
        var app = shell.Run<ChatApp>("Set-ChatApp team-to-account -Owner $args[0] -Maintenance -PassThru", sandbox.Heroku.Admin.Email).Single();
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.Equal("PATCH /apps/team-to-account", sandbox.Wire.First());
        Assert.Equal($"PATCH /teams/apps/{app.Id}", sandbox.Wire.Last());
        Assert.Equal($$"""{"owner":"{{sandbox.Heroku.Admin.Email}}"}""", Last.Body);
        Assert.Equal((sandbox.Heroku.Admin.Email, null, true), (app.Owner, app.Team, app.Maintenance));
    }

    [Fact]
    public void OrganizationAppTransferToOrganization_moves_the_app_to_another_team()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-to-team");
        var app = shell.Run<ChatApp>("'team-to-team' | Set-ChatApp -Team storefront -PassThru").Single();
        Assert.Equal(["PATCH /teams/apps/team-to-team"], sandbox.Wire);
        Assert.Equal("""{"owner":"storefront"}""", Last.Body);
        Assert.Equal("storefront", app.Team);
    }
}
