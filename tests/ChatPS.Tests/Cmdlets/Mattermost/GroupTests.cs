namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class GroupTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private string LastBody => sandbox.Server.Requests[^1].Body;

    [SandboxFact("needs a license")]
    public void GetGroups_and_GetGroup()
    {
        using var shell = sandbox.ConnectLicensed();
        var all = shell.Run<ChatGroup>("Get-ChatGroup");
        Assert.Equal("GET /api/v4/groups?include_member_count=true&per_page=200&page=0", sandbox.Wire.First());
        var developers = all.Single(g => g.DisplayName == "developers");
        Assert.Equal(("ldap", 6, true), (developers.Source, developers.MemberCount!.Value, developers.IsSynced));
        Assert.Equal(developers.Id, shell.Run<ChatGroup>("Get-ChatGroup developers").Single().Id);
        Assert.Contains("q=developers", sandbox.Wire.First(w => w.Contains("q=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(developers.Id, shell.Run<ChatGroup>("$it = Get-ChatGroup dev*; $it").Single().Id);
        Assert.Equal(developers.Id, shell.Run<ChatGroup>("$it | Get-ChatGroup").Single().Id);
        Assert.Equal($"GET /api/v4/groups/{developers.Id}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatGroup none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatGroup -User me -Search x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Groups_of_teams_rooms_and_users()
    {
        using var shell = sandbox.ConnectLicensed();
        shell.RunClean("$team = (Get-ChatGroup developers | Get-ChatGroupSync)[0].TeamId");
        sandbox.Server.ClearRequests();
        Assert.Equal(["developers"], shell.Run<ChatGroup>("Get-ChatGroup -Team $team").Select(g => g.DisplayName));
        Assert.Contains("/groups?", sandbox.Wire.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("developers", shell.Run<ChatGroup>("Get-ChatGroup -NotInTeam $team").Select(g => g.DisplayName));
        var member = shell.Run<ChatGroupUser>("(Get-ChatGroupUser developers -First 1)").Single();
        sandbox.Server.ClearRequests();
        Assert.Contains("developers", shell.Run<ChatGroup>("Get-ChatGroup -User $args[0]", member.UserName).Select(g => g.DisplayName));
        Assert.Equal($"GET /api/v4/users/{member.UserId}/groups", sandbox.Wire.Last());
        shell.RunClean("$room = Get-ChatRoom -Team $team -First 1; $null = New-ChatGroupSync designers -Room $room -AutoAdd:$false");
        Assert.Equal(["designers"], shell.Run<ChatGroup>("Get-ChatGroup -Room $room").Select(g => g.DisplayName));
        shell.RunClean("Remove-ChatGroupSync designers -Room $room");
        Assert.Empty(shell.Run<ChatGroup>("Get-ChatGroup -Room $room"));
    }

    [SandboxFact("needs a license")]
    public void CreateGroup_PatchGroup_DeleteGroup_and_RestoreGroup()
    {
        using var shell = sandbox.ConnectLicensed();
        var group = shell.Run<ChatGroup>("$it = New-ChatGroup night-shift -DisplayName 'Night shift' -User member, mfa.member; $it").Single();
        Assert.Equal(["POST /api/v4/users/usernames", "POST /api/v4/groups"], sandbox.Wire);
        Assert.StartsWith("""{"name":"night-shift","display_name":"Night shift","source":"custom","allow_reference":true,"user_ids":[""", LastBody, StringComparison.Ordinal);
        Assert.Equal(("custom", 2, true), (group.Source, group.MemberCount!.Value, group.AllowMention));
        var changed = shell.Run<ChatGroup>("Set-ChatGroup night-shift -Description Nights -AllowMention:$false -PassThru").Single();
        Assert.Equal(($"PUT /api/v4/groups/{group.Id}/patch", """{"description":"Nights","allow_reference":false}"""), (sandbox.Wire.Last(), LastBody));
        Assert.Equal(("Nights", false), (changed.Description, changed.AllowMention));
        sandbox.Server.ClearRequests();
        shell.RunClean("New-ChatGroup x -WhatIf; $it | Set-ChatGroup -Name x -WhatIf; $it | Remove-ChatGroup -WhatIf; $it | Restore-ChatGroup -WhatIf; Add-ChatGroupUser member $it -WhatIf; New-ChatGroupSync $it -Team x -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$it | Remove-ChatGroup -Force");
        Assert.Equal($"DELETE /api/v4/groups/{group.Id}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatGroup night-shift").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Null(shell.Run<ChatGroup>("$it | Restore-ChatGroup -PassThru").Single().DeletedAt);
        Assert.Equal($"POST /api/v4/groups/{group.Id}/restore", sandbox.Wire.SkipLast(1).Last());
        var error = shell.Fail("Remove-ChatGroup developers -Force");
        Assert.Contains("app.group.crud_permission", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("existing_user_name", shell.Fail("New-ChatGroup member").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Members()
    {
        using var shell = sandbox.ConnectLicensed();
        shell.RunClean("$it = New-ChatGroup day-shift");
        sandbox.Server.ClearRequests();
        var added = shell.Run<ChatGroupUser>("'member', 'mfa.member', 'sysadmin' | Add-ChatGroupUser -Group day-shift -PassThru");
        Assert.Equal(["member", "mfa.member", "sysadmin"], added.Select(m => m.UserName));
        Assert.Equal($"POST /api/v4/groups/{added[0].GroupId}/members", sandbox.Wire.Last());
        Assert.Equal(3, sandbox.Wire.Count());
        var members = shell.Run<ChatGroupUser>("$it | Get-ChatGroupUser");
        Assert.Equal(["member", "mfa.member", "sysadmin"], members.Select(m => m.UserName));
        Assert.Equal($"GET /api/v4/groups/{added[0].GroupId}/members?per_page=200&page=0", sandbox.Wire.First(w => w.Contains("/members?", StringComparison.Ordinal)));
        shell.RunClean("$it | Get-ChatGroupUser | Where-Object UserName -ne member | Remove-ChatGroupUser");
        Assert.Equal($"DELETE /api/v4/groups/{added[0].GroupId}/members", sandbox.Wire.Last());
        Assert.Equal(["member"], shell.Run<ChatGroupUser>("$it | Get-ChatGroupUser").Select(m => m.UserName));
        // Who is not there does not keep the others out.
        Assert.Single(shell.Run("'nobody.at.all', 'sysadmin' | Add-ChatGroupUser -Group day-shift -PassThru"));
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(6UL, shell.RunClean("Get-ChatGroupUser developers -First 1 -IncludeTotalCount")[0].BaseObject);
        Assert.Contains("crud_permission", shell.Fail("Add-ChatGroupUser member developers").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void What_groups_are_tied_to()
    {
        using var shell = sandbox.ConnectLicensed();
        var first = shell.Run<ChatGroupSync>("Get-ChatGroupSync developers").Single();
        Assert.True(first is { RoomId: null, AutoAdd: true, IsAdmin: false });
        Assert.EndsWith("/channels", sandbox.Wire.Last(), StringComparison.Ordinal);
        shell.RunClean("$team = New-ChatTeam design-team -DisplayName 'Design team'; $room = New-ChatRoom design-room -Team design-team");
        sandbox.Server.ClearRequests();
        var sync = shell.Run<ChatGroupSync>("$it = New-ChatGroupSync designers -Team design-team -Admin; $it").Single();
        Assert.Equal("""{"auto_add":true,"scheme_admin":true}""", LastBody);
        Assert.EndsWith($"/teams/{sync.TeamId}/link", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.True(sync is { AutoAdd: true, IsAdmin: true, TeamName: "Design team" });
        // Who made the team is in it anyway.
        Assert.Equal(shell.Run<ChatGroupUser>("Get-ChatGroupUser designers").Select(m => m.UserId).Append(sandbox.Mattermost.Admin.UserId).Distinct().Order(),
            shell.Run<ChatTeamUser>("Get-ChatTeamUser design-team").Select(m => m.UserId).Order());
        var room = shell.Run<ChatGroupSync>("Get-ChatGroup designers | New-ChatGroupSync -Room design-room -Team design-team -AutoAdd:$false").Single();
        Assert.True(room is { AutoAdd: false, IsAdmin: false, RoomName: "design-room" });
        Assert.Equal(2, shell.Run<ChatGroupSync>("Get-ChatGroupSync designers").Count);
        Assert.Equal(room.RoomId, shell.Run<ChatGroupSync>("Get-ChatGroupSync designers -Room $room").Single().RoomId);
        Assert.False(shell.Run<ChatGroupSync>("$it | Set-ChatGroupSync -Admin:$false -PassThru").Single().IsAdmin);
        Assert.Equal("""{"scheme_admin":false}""", LastBody);
        shell.RunClean("Get-ChatGroupSync designers | Remove-ChatGroupSync");
        Assert.Empty(shell.Run<ChatGroupSync>("Get-ChatGroupSync designers"));

        shell.RunClean("Set-ChatTeam design-team -GroupConstrained; $room | Set-ChatRoom -GroupConstrained");
        Assert.Equal("""{"group_constrained":true}""", LastBody);
        Assert.Equal("True True", shell.RunClean("\"$((Get-ChatTeam design-team).GroupConstrained) $(($room | Get-ChatRoom).GroupConstrained)\"").Single().ToString());
        Assert.Contains("group_not_associated", shell.Fail("New-ChatGroupSync designers -Room $room").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Groups_of_the_directory()
    {
        using var shell = sandbox.ConnectLicensed();
        var all = shell.Run<ChatLdapGroup>("Get-ChatLdapGroup");
        Assert.Equal("GET /api/v4/ldap/groups?per_page=200&page=0", sandbox.Wire.First());
        Assert.Equal((5, 2), (all.Count, all.Count(g => g.IsLinked)));
        Assert.Equal("managers", shell.Run<ChatLdapGroup>("Get-ChatLdapGroup man*").Single().Name);
        sandbox.Server.ClearRequests();
        Assert.Equal(["managers", "support"], shell.Run<ChatLdapGroup>("'managers', 'support' | Get-ChatLdapGroup -Skip 3").Select(g => g.Name));
        Assert.Equal(["GET /api/v4/ldap/groups?q=managers&per_page=200&page=0", "GET /api/v4/ldap/groups?q=support&per_page=200&page=0"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatLdapGroup manage").FullyQualifiedErrorId, StringComparison.Ordinal);
        var linked = shell.Run<ChatGroup>("Get-ChatLdapGroup managers | Connect-ChatLdapGroup").Single();
        Assert.Contains(sandbox.Wire, w => w.StartsWith("POST /api/v4/ldap/groups/cn", StringComparison.Ordinal) && w.EndsWith("/link", StringComparison.Ordinal));
        Assert.Equal("ldap", linked.Source);
        Assert.Equal(6, shell.Run<ChatGroupUser>("Get-ChatGroupUser managers").Count);
        shell.RunClean("Get-ChatGroup managers | Disconnect-ChatLdapGroup");
        Assert.False(shell.Run<ChatLdapGroup>("Get-ChatLdapGroup managers").Single().IsLinked);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Connect-ChatLdapGroup nobodies").FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("Connect-ChatLdapGroup managers -WhatIf; Disconnect-ChatLdapGroup developers -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Invoke-ChatOperation SyncLdap");
        Assert.Equal(["POST /api/v4/ldap/sync"], sandbox.Wire);
    }

    [Fact]
    public void Without_a_license_the_server_says_so()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Remove-ChatLicense -Force");
        // Servers from before there were groups of one's own have no place to make one.
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("New-ChatGroup x").FullyQualifiedErrorId, StringComparison.Ordinal);
        foreach (var script in new[] { "Get-ChatGroup", "Get-ChatLdapGroup", "Get-ChatGroup -User me", "Invoke-ChatOperation SyncLdap" })
        {
            var error = shell.Fail(script);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("api.ldap_groups.license_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        }
    }
}
