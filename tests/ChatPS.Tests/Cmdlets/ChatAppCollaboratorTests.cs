using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>Those who work on apps. What is the team's in today's operations was the organization's in the client of 2015.</summary>
public sealed class ChatAppCollaboratorTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private string Friend => sandbox.Heroku.Member.Email;

    private void NewApp(Shell shell, string name, bool ofTeam = false)
    {
        shell.RunClean(ofTeam ? "$null = New-ChatApp $args[0] -Team ops" : "$null = New-ChatApp $args[0]", name);
        sandbox.Server.ClearRequests();
    }

    // ---- Any app ---------------------------------------------------------------------------------------------------------

    [Fact]
    public void CollaboratorCreate_lets_somebody_in()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "shared-app");
        var added = shell.Run<ChatAppCollaborator>("Add-ChatAppCollaborator shared-app $args[0] -PassThru", Friend).Single();
        Assert.Equal(["POST /apps/shared-app/collaborators"], sandbox.Wire);
        Assert.Equal($$"""{"user":"{{Friend}}"}""", Last.Body);
        Assert.Equal(("shared-app", Friend, sandbox.Heroku.Member.UserId), (added.AppName, added.Email, added.UserId));
        Assert.Equal((added.Id, false), (added.AppCollaboratorId, added.Federated));

        var error = shell.Fail("Add-ChatAppCollaborator shared-app $args[0] -Silent", Friend);
        Assert.Equal($$"""{"user":"{{Friend}}","silent":true}""", Last.Body);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_team_pipe_into_an_app_and_one_that_fails_leaves_the_others_in()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "crew-app");
        var members = shell.Run<ChatTeamUser>("$crew = Get-ChatTeamUser ops | Where-Object IsAdmin -eq $false; $crew[0], $crew[1]").ToArray();
        sandbox.Server.ClearRequests();
        var error = shell.Fail("$crew[0], 'nobody@example.com', $crew[1] | Add-ChatAppCollaborator -App crew-app");
        Assert.Equal("nobody@example.com", error.TargetObject);
        Assert.Equal($$"""{"user":"{{members[0].Email}}"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal(
            members.Select(m => m.Email).Append(sandbox.Heroku.Admin.Email).Order(),
            shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator crew-app").Select(c => c.Email).Order());
    }

    [Fact]
    public void CollaboratorList_lists_who_works_on_the_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "listed-app");
        shell.RunClean("[pscustomobject]@{ App = 'listed-app'; User = $args[0] } | Add-ChatAppCollaborator", Friend);
        sandbox.Server.ClearRequests();
        Assert.Single(shell.Run<ChatAppCollaborator>("Get-ChatApp listed-app | Get-ChatAppCollaborator -First 1"));
        Assert.EndsWith("/collaborators", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        var all = shell.Run<ChatAppCollaborator>("Set-ChatSession -App listed-app; Get-ChatAppCollaborator -User *@example.com -SortBy email");
        Assert.Equal([("owner", sandbox.Heroku.Admin.Email), ("collaborator", Friend)], all.Select(c => (c.AppRole, c.Email)));
        Assert.Equal("GET /apps/listed-app/collaborators", sandbox.Wire.Last());
        Assert.Equal("email ..; max=200", Last.Header("Range"));
    }

    [Fact]
    public void CollaboratorInfo_finds_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "found-app");
        var added = shell.Run<ChatAppCollaborator>("Add-ChatAppCollaborator found-app $args[0] -PassThru", Friend).Single();
        Assert.Equal(Friend, shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator found-app $args[0]", Friend).Single().Email);
        Assert.Equal($"GET /apps/found-app/collaborators/{Uri.EscapeDataString(Friend)}", sandbox.Wire.Last());
        Assert.Equal(Friend, shell.Run<ChatAppCollaborator>("[pscustomobject]@{ AppId = $args[0]; AppCollaboratorId = $args[1] } | Get-ChatAppCollaborator", added.AppId, added.Id).Single().Email);
        Assert.Equal($"GET /apps/{added.AppId}/collaborators/{added.Id}", sandbox.Wire.Last());
        Assert.Equal("nobody@example.com", shell.Fail("Get-ChatAppCollaborator found-app nobody@example.com").TargetObject);
    }

    [Fact]
    public void CollaboratorDelete_takes_people_out_and_everybody_may_leave()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "left-app");
        NewApp(shell, "leaving-app");
        var added = shell.Run<ChatAppCollaborator>("Get-ChatApp l*ing-app, left-app | Add-ChatAppCollaborator -User $args[0] -PassThru", Friend);
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatAppCollaborator", added[1]));
        Assert.Equal([$"DELETE /apps/{added[1].AppId}/collaborators/{Uri.EscapeDataString(Friend)}"], sandbox.Wire);

        using var friend = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        friend.RunClean("Remove-ChatAppCollaborator leaving-app me");
        Assert.Equal([$"DELETE /apps/leaving-app/collaborators/{Uri.EscapeDataString(Friend)}"], sandbox.Wire);
        Assert.All(shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator left-app, leaving-app"), c => Assert.Equal("owner", c.AppRole));
    }

    // ---- A team's app ----------------------------------------------------------------------------------------------------

    [Fact]
    public void OrganizationAppCollaboratorCreate_is_chosen_by_permissions_or_by_name()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-add-app", ofTeam: true);
        var added = shell.Run<ChatAppCollaborator>("Add-ChatAppCollaborator team-add-app $args[0] -Permission view, deploy -Silent -PassThru", Friend).Single();
        Assert.Equal(["POST /teams/apps/team-add-app/collaborators"], sandbox.Wire);
        Assert.Equal($$"""{"permissions":["view","deploy"],"user":"{{Friend}}","silent":true}""", Last.Body);
        Assert.Equal(["view", "deploy"], added.Permissions);

        shell.RunClean("Remove-ChatAppCollaborator team-add-app $args[0]; Add-ChatAppCollaborator team-add-app $args[0] -TeamApp", Friend);
        Assert.Equal("POST /teams/apps/team-add-app/collaborators", sandbox.Wire.Last());
        Assert.Equal($$"""{"user":"{{Friend}}"}""", Last.Body);
    }

    [Fact]
    public void OrganizationAppCollaboratorList_and_Info_show_permissions()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-get-app", ofTeam: true);
        shell.RunClean("Add-ChatAppCollaborator team-get-app $args[0] -Permission operate", Friend);
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator team-get-app -TeamApp");
        Assert.Equal(["GET /teams/apps/team-get-app/collaborators"], sandbox.Wire);
        Assert.Equal(["view", "operate"], all.Single(c => c.Email == Friend).Permissions);
        Assert.Equal("member", all.Single(c => c.Email == Friend).AppRole);

        var one = shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator team-get-app $args[0] -TeamApp", Friend).Single();
        Assert.Equal($"GET /teams/apps/team-get-app/collaborators/{Uri.EscapeDataString(Friend)}", sandbox.Wire.Last());
        Assert.Equal(["view", "operate"], one.Permissions);
    }

    [Fact]
    public void Permissions_of_a_teams_app_change()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-set-app", ofTeam: true);
        var added = shell.Run<ChatAppCollaborator>("Add-ChatAppCollaborator team-set-app $args[0] -TeamApp -PassThru", Friend).Single();
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatAppCollaborator>("$args[0] | Set-ChatAppCollaborator -Permission view, manage -PassThru", added).Single();
        Assert.Equal([$"PATCH /teams/apps/{added.AppId}/collaborators/{Uri.EscapeDataString(Friend)}"], sandbox.Wire);
        Assert.Equal("""{"permissions":["view","manage"]}""", Last.Body);
        Assert.Equal(["view", "manage"], changed.Permissions);

        var error = shell.Fail("'nobody@example.com', $args[0] | Set-ChatAppCollaborator team-set-app -Permission view", Friend);
        Assert.Equal("nobody@example.com", error.TargetObject);
        Assert.Equal(["view"], shell.Run<ChatAppCollaborator>("Get-ChatAppCollaborator team-set-app $args[0] -TeamApp", Friend).Single().Permissions);
    }

    [Fact]
    public void OrganizationAppCollaboratorDelete_takes_people_out()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewApp(shell, "team-remove-app", ofTeam: true);
        shell.RunClean("Add-ChatAppCollaborator team-remove-app $args[0] -TeamApp", Friend);
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatAppCollaborator team-remove-app -TeamApp", Friend));
        Assert.Equal([$"DELETE /teams/apps/team-remove-app/collaborators/{Uri.EscapeDataString(Friend)}"], sandbox.Wire);
    }

    // ---- Both ------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("Add-ChatAppCollaborator an-app friend@example.com -WhatIf")]
    [InlineData("Set-ChatAppCollaborator an-app friend@example.com view -WhatIf")]
    [InlineData("Remove-ChatAppCollaborator an-app friend@example.com -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean(command));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppCollaborator an-app")]
    [InlineData("Add-ChatAppCollaborator an-app friend@example.com")]
    [InlineData("Set-ChatAppCollaborator an-app friend@example.com view")]
    [InlineData("Remove-ChatAppCollaborator an-app friend@example.com")]
    public void Platforms_without_apps_say_so(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
