namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RetentionPolicyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Shell Connect(bool licensed = true)
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        if (licensed)
            shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        return shell;
    }

    [SandboxFact("needs a license")]
    public void A_policy_is_made_read_changed_and_removed()
    {
        using var shell = Connect();
        var (team, room) = (shell.RunClean("$team = Get-ChatTeam -First 1; $team.Id").Single().ToString(), shell.RunClean("$room = Get-ChatRoom -First 1; $room.Id").Single().ToString());
        sandbox.Server.ClearRequests();
        shell.RunClean("New-ChatRetentionPolicy 'Ninety days' 90 -Team $team -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        var policy = shell.Run<ChatRetentionPolicy>("New-ChatRetentionPolicy 'Ninety days' 90 -Team $team -Room $room -Force").Single();
        Assert.Equal(["POST /api/v4/data_retention/policies"], sandbox.Wire);
        Assert.Equal($$"""{"display_name":"Ninety days","post_duration":90,"team_ids":["{{team}}"],"channel_ids":["{{room}}"]}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal(("Ninety days", 90, 1, 1, policy.Id), (policy.Name, policy.Days, policy.TeamCount, policy.RoomCount, policy.RetentionPolicyId));

        Assert.Equal(policy.Id, shell.Run<ChatRetentionPolicy>("Get-ChatRetentionPolicy ninety*").Single().Id);
        Assert.Equal(policy.Id, shell.Run<ChatRetentionPolicy>("Get-ChatRetentionPolicy 'ninety days'").Single().Id);
        Assert.Equal(policy.Id, shell.Run<ChatRetentionPolicy>("$args[0] | Get-ChatRetentionPolicy", policy).Single().Id);
        Assert.Equal($"GET /api/v4/data_retention/policies/{policy.Id}", sandbox.Wire.Last());

        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatRetentionPolicy>("$args[0] | Set-ChatRetentionPolicy -Name Kept -Day $null -Force -PassThru", policy).Single();
        Assert.Equal([$"PATCH /api/v4/data_retention/policies/{policy.Id}"], sandbox.Wire);
        Assert.Equal("""{"display_name":"Kept","post_duration":-1}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal(("Kept", null, 1), (changed.Name, changed.Days, changed.TeamCount));

        shell.RunClean("Remove-ChatRetentionPolicy Kept -Force");
        Assert.Equal($"DELETE /api/v4/data_retention/policies/{policy.Id}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatRetentionPolicy Kept").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void What_a_policy_is_for_changes_in_one_request()
    {
        using var shell = Connect();
        shell.RunClean("$teams = Get-ChatTeam -First 2; $rooms = Get-ChatRoom -First 3; $policy = New-ChatRetentionPolicy Members 30 -Team $teams[0] -Force");
        var id = shell.RunClean("$policy.Id").Single().ToString();
        sandbox.Server.ClearRequests();
        shell.RunClean("$rooms | Add-ChatRetentionPolicyMember $policy -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$rooms | Add-ChatRetentionPolicyMember $policy -Force");
        Assert.Equal([$"POST /api/v4/data_retention/policies/{id}/channels"], sandbox.Wire);
        shell.RunClean("$teams[1] | Add-ChatRetentionPolicyMember $policy -Force");
        Assert.Equal($"POST /api/v4/data_retention/policies/{id}/teams", sandbox.Wire.Last());
        Assert.Equal(3, shell.Run<ChatRoom>("Get-ChatRetentionPolicyMember $policy -Kind Room").Count);
        Assert.Equal(2, shell.Run<ChatTeam>("$policy | Get-ChatRetentionPolicyMember -Kind Team").Count);
        Assert.Equal(5, shell.RunClean("Get-ChatRetentionPolicyMember Members").Count);
        Assert.Equal(2, shell.RunClean("Get-ChatRetentionPolicyMember Members -First 2").Count);
        sandbox.Server.ClearRequests();
        shell.RunClean("Get-ChatRetentionPolicyMember $policy -Kind Room -First 2 | Remove-ChatRetentionPolicyMember $policy -Force");
        Assert.Equal($"DELETE /api/v4/data_retention/policies/{id}/channels", sandbox.Wire.Last());
        Assert.Single(shell.Run<ChatRoom>("Get-ChatRetentionPolicyMember $policy -Kind Room"));
        shell.RunClean("Remove-ChatRetentionPolicyMember $policy -Team $teams[1].Name -Force; Remove-ChatRetentionPolicy $policy -Force");
    }

    [Fact]
    public void Without_a_license_it_says_so()
    {
        using var shell = Connect(licensed: false);
        shell.RunClean("Remove-ChatLicense -Force");
        var error = shell.Fail("Get-ChatRetentionPolicy");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("ent.data_retention.generic.license.error", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatRetentionPolicy a 3 -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var other = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", other.Fail("Get-ChatRetentionPolicy").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
