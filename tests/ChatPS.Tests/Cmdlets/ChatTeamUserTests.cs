using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatTeamUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Everybody = "northwind-harbor";

    private string Body(int request) => sandbox.Server.Requests.ElementAt(request).Body;

    private List<string> Ids(int request) => [.. ((JsonArray)JsonNode.Parse(Body(request))!).Select(id => id!.GetValue<string>())];

    /// <summary>A team of the test's own, with nobody but the administrator in it.</summary>
    private ChatTeam NewTeam(Shell shell, string name)
    {
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam $args[0]", name));
        sandbox.Server.ClearRequests();
        return team;
    }

    // ---- Mattermost: reading ---------------------------------------------------------------------------------------------

    [Fact]
    public void Members_come_with_their_names_by_one_request_a_page()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.MaxPageSize = 10;
        try
        {
            var team = Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", Everybody));
            sandbox.Server.ClearRequests();
            var members = shell.Run<ChatTeamUser>("$args[0] | Get-ChatTeamUser", team);

            Assert.Equal(members.Count, members.Select(m => m.UserId).Distinct().Count());
            Assert.All(members, m => Assert.True(m is { UserName.Length: > 0, DisplayName.Length: > 0, Email.Length: > 0 } && m.TeamId == team.Id));
            Assert.Contains(members, m => m is { UserName: "sysadmin", DisplayName: "System Administrator", IsAdmin: true } && m.Roles.Contains("team_admin"));
            Assert.Contains(members, m => m is { UserName: "member", IsAdmin: false });
            var wire = sandbox.Wire.ToList();
            var pages = (members.Count + 9) / 10;
            Assert.Equal(pages + 1, wire.Count(r => r.StartsWith($"GET /api/v4/teams/{team.Id}/members?per_page=200&page=", StringComparison.Ordinal)));
            Assert.Equal(pages, wire.Count(r => r == "POST /api/v4/users/ids"));
            Assert.Equal(wire.Count, pages * 2 + 1);
            Assert.Equal(10, Ids(1).Count);
        }
        finally
        {
            sandbox.Mattermost.Faults.Clear();
        }
    }

    [Fact]
    public void First_fetches_no_member_too_many()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", Everybody));
        sandbox.Server.ClearRequests();
        Assert.Equal(3, shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0] -First 3", team).Count);
        Assert.Equal([$"GET /api/v4/teams/{team.Id}/members?per_page=3&page=0", "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal(3, Ids(1).Count);
    }

    [Fact]
    public void The_total_is_the_servers()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var output = shell.RunClean("Get-ChatTeamUser $args[0] -IncludeTotalCount", Everybody);
        Assert.Equal((ulong)(output.Count - 1), output[0].BaseObject);
        Assert.Contains(sandbox.Wire, r => r.EndsWith("/stats", StringComparison.Ordinal));
    }

    [Fact]
    public void Named_members_take_as_few_requests_as_can_be()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var output = shell.Run("Get-ChatTeamUser $args[0] -User member, nobody.here, '@sysadmin'", Everybody);
        Assert.Equal(["member", "sysadmin"], output.Select(o => ((ChatTeamUser)o.BaseObject).UserName));
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(
            ["POST users/usernames", "GET teams/name", "POST members/ids", "POST users/ids"],
            sandbox.Wire.Select(r => r.Split('/') is var p && p[3] == "users" ? $"{p[0].Trim()} users/{p[4]}" : p[4] == "name" ? "GET teams/name" : "POST members/ids"));
    }

    [Fact]
    public void Who_is_no_member_is_an_error()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-nobody");
        var error = shell.Fail("Get-ChatTeamUser $args[0] -User member", team);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("member", error.TargetObject);
    }

    [Fact]
    public void Patterns_fit_names_and_addresses()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal("sysadmin", Assert.Single(shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0] -User 'System A*'", Everybody)).UserName);
        Assert.Equal("sysadmin", Assert.Single(shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0] -User 'sysadmin@*'", Everybody)).UserName);
    }

    [Fact]
    public void The_sessions_team_stands_in_for_one_that_is_left_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatTeamUser").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Add-ChatTeamUser member").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        Assert.Equal(2, shell.Run<ChatTeamUser>("Set-ChatSession -Team $args[0]; Get-ChatTeamUser -First 2", Everybody).Count);
    }

    // ---- Mattermost: adding ----------------------------------------------------------------------------------------------

    [Fact]
    public void One_user_is_added_by_the_plain_operation()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-single");
        Assert.Empty(shell.RunClean("Add-ChatTeamUser member -Team $args[0]", team));
        Assert.Equal(["POST /api/v4/users/usernames", $"POST /api/v4/teams/{team.Id}/members"], sandbox.Wire);
        Assert.Equal($$"""{"team_id":"{{team.Id}}","user_id":"{{sandbox.Mattermost.Member.UserId}}"}""", Body(1));
    }

    [Fact]
    public void Piped_users_go_in_batches_and_each_failure_is_told()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-batch");
        var people = shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", Everybody);
        var strangers = Enumerable.Range(0, 100).Select(i => $"nosuchuser{i:0000000000000000}").ToList();
        object[] piped = [.. people.Take(10), .. strangers, .. people.Skip(10)];
        sandbox.Server.ClearRequests();

        var added = shell.Run("$args[0] | Add-ChatTeamUser -Team $args[1] -PassThru", piped, team);

        Assert.Equal(people.Select(p => p.UserName), added.Select(o => ((ChatTeamUser)o.BaseObject).UserName));
        Assert.All(added, o => Assert.Equal(team.Id, ((ChatTeamUser)o.BaseObject).TeamId));
        Assert.Equal(strangers, shell.Errors.Select(e => (string)e.TargetObject));
        Assert.All(shell.Errors, e => Assert.StartsWith("ChatPS.NotFound", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        var batch = $"POST /api/v4/teams/{team.Id}/members/batch?graceful=true";
        Assert.Equal([batch, "POST /api/v4/users/ids", batch, "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal(100, ((JsonArray)JsonNode.Parse(Body(0))!).Count);
    }

    [Fact]
    public void An_unknown_name_in_the_middle_leaves_the_others_added()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-middle");
        shell.Run("'member', 'nobody.here', 'mfa.member@example.com' | Add-ChatTeamUser -Team $args[0]", team);
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(
            ["POST /api/v4/users/usernames", "GET /api/v4/users/email/mfa.member%40example.com", $"POST /api/v4/teams/{team.Id}/members/batch?graceful=true"],
            sandbox.Wire);
        Assert.Equal(
            ["member", "mfa.member", "sysadmin"],
            shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", team).Select(m => m.UserName).Order());
    }

    [Fact]
    public void A_batch_that_is_refused_whole_is_tried_one_by_one()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-refused");
        sandbox.Mattermost.Faults.AppliesTo = (_, path) => path.EndsWith("/batch", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailNext(1, 400);
        try
        {
            shell.RunClean("'member', 'mfa.member' | Add-ChatTeamUser -Team $args[0]", team);
        }
        finally
        {
            sandbox.Mattermost.Faults.Clear();
        }
        Assert.Equal(2, sandbox.Wire.Count(r => r == $"POST /api/v4/teams/{team.Id}/members"));
        Assert.Equal(3, shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", team).Count);
    }

    [Fact]
    public void A_team_that_refuses_fails_for_each_user()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        shell.Run("'sysadmin', 'mfa.member' | Add-ChatTeamUser -Team closed-venture");
        Assert.Equal(["sysadmin", "mfa.member"], shell.Errors.Select(e => e.TargetObject));
        Assert.All(shell.Errors, e => Assert.StartsWith("ChatPS.Forbidden", e.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_a_table_go_to_the_teams_they_name()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (one, two) = (NewTeam(shell, "zeta-row-a"), NewTeam(shell, "zeta-row-b"));
        shell.RunClean("""
            [pscustomobject]@{ Team = 'zeta-row-a'; User = 'member' },
            [pscustomobject]@{ Team = 'zeta-row-b'; UserName = 'member' },
            [pscustomobject]@{ Team = 'zeta-row-a'; User = 'mfa.member' } | Add-ChatTeamUser
            """);
        Assert.Equal(3, shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", one).Count);
        Assert.Equal(2, shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", two).Count);
    }

    [Fact]
    public void Members_of_one_team_pipe_into_another_and_teams_pipe_to_a_user()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (one, two) = (NewTeam(shell, "zeta-pipe-a"), NewTeam(shell, "zeta-pipe-b"));
        shell.RunClean("$args | Add-ChatTeamUser -User member", one, two);
        shell.RunClean("Add-ChatTeamUser mfa.member $args[0]; Get-ChatTeamUser $args[0] | Add-ChatTeamUser -Team $args[1]", one, two);
        Assert.Equal(
            ["member", "mfa.member", "sysadmin"],
            shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", two).Select(m => m.UserName).Order());
    }

    // ---- Mattermost: changing and removing ---------------------------------------------------------------------------------

    [Fact]
    public void Set_makes_administrators_and_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-roles");
        shell.RunClean("Add-ChatTeamUser member $args[0]", team);
        var (at, id) = ($"/api/v4/teams/{team.Id}/members/{sandbox.Mattermost.Member.UserId}", sandbox.Mattermost.Member.UserId);
        sandbox.Server.ClearRequests();

        var admin = Assert.Single(shell.Run<ChatTeamUser>("Set-ChatTeamUser $args[0] $args[1] -Role Admin -PassThru", id, team));
        Assert.True(admin is { IsAdmin: true, UserName: "member" });
        Assert.Equal([$"PUT {at}/schemeRoles", $"GET {at}", "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal("""{"scheme_admin":true,"scheme_user":true}""", Body(0));

        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Set-ChatTeamUser -Role Member", admin));
        Assert.Equal("""{"scheme_admin":false,"scheme_user":true}""", Body(0));

        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Set-ChatTeamUser -Roles team_user, team_admin", admin));
        Assert.Equal([$"PUT {at}/roles"], sandbox.Wire);
        Assert.Equal("""{"roles":"team_user team_admin"}""", Body(0));
    }

    [Fact]
    public void Remove_takes_members_out_and_goes_on_after_a_failure()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = NewTeam(shell, "zeta-out");
        shell.RunClean("'member', 'mfa.member' | Add-ChatTeamUser -Team $args[0]", team);
        sandbox.Server.ClearRequests();
        shell.Run("'member', 'nobody.here', 'mfa.member' | Remove-ChatTeamUser -Team $args[0] -ThrottleLimit 2", team);
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.First());
        Assert.Equal(2, sandbox.Wire.Count(r => r.StartsWith($"DELETE /api/v4/teams/{team.Id}/members/", StringComparison.Ordinal)));
        Assert.Equal("sysadmin", Assert.Single(shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", team)).UserName);
    }

    [Theory]
    [InlineData("Add-ChatTeamUser member, sysadmin northwind-harbor -WhatIf")]
    [InlineData("Set-ChatTeamUser member northwind-harbor -Role Admin -WhatIf")]
    [InlineData("Remove-ChatTeamUser member northwind-harbor -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Empty(shell.RunClean(command));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Objects_of_two_sessions_do_not_mix()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("""
            $other = Connect-ChatService Mattermost $args[0] -Token $args[1] -Name other
            $team = Get-ChatTeam northwind-harbor -Session $other
            $user = Get-ChatTeamUser northwind-harbor -User member -Session (Get-ChatSession | Where-Object Name -ne other)
            Add-ChatTeamUser $user $team
            """, sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Admin.Token));
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    // ---- Gitter ------------------------------------------------------------------------------------------------------------

    [Fact]
    public void Gitter_shows_adds_and_removes_a_groups_extra_administrators()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var group = Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam cobalt-foundry"));
        var (at, member) = ($"/v1/groups/{group.Id}/security/extraAdmins", sandbox.Gitter.Member);
        sandbox.Server.ClearRequests();

        var added = Assert.Single(shell.Run<ChatTeamUser>("Add-ChatTeamUser $args[0] $args[1] -PassThru", member.UserName, group));
        Assert.True(added is { IsAdmin: true } && added.UserId == member.UserId && added.TeamId == group.Id && added.UserName == member.UserName);
        Assert.Equal([$"GET /v1/users/{member.UserName}", $"POST {at}"], sandbox.Wire);
        Assert.Equal($$"""{"id":"{{member.UserId}}"}""", Body(1));

        sandbox.Server.ClearRequests();
        Assert.Contains(shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", group), m => m.UserId == member.UserId);
        Assert.Equal([$"GET {at}"], sandbox.Wire);
        Assert.Single(shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0] -User $args[1]", group, member.UserId));

        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatTeamUser", added));
        Assert.Equal([$"DELETE {at}/{member.UserId}"], sandbox.Wire);
        Assert.StartsWith(
            "ChatPS.NotFound", shell.Fail("Get-ChatTeamUser $args[0] -User $args[1]", group, member.UserId).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Gitter_goes_on_after_an_unknown_user()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        shell.Run("$args[0], 'nobody-here', 'me' | Add-ChatTeamUser -Team cobalt-foundry", sandbox.Gitter.Member.UserName);
        Assert.Equal("nobody-here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(2, sandbox.Wire.Count(r => r.StartsWith("POST ", StringComparison.Ordinal)));
        Assert.Single(sandbox.Wire, r => r == "GET /v1/groups");
    }

    [Fact]
    public void Gitter_knows_no_roles()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Set-ChatTeamUser x cobalt-foundry -Role Admin");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Mattermost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // ---- Heroku: the organization members of the client of 2015 ------------------------------------------------------------

    /// <summary>A team of its own, with the administrator in it.</summary>
    private ChatTeam NewHerokuTeam(Shell shell, string name)
    {
        var team = shell.Run<ChatTeam>("New-ChatTeam $args[0]", name).Single();
        sandbox.Server.ClearRequests();
        return team;
    }

    [Fact]
    public void OrganizationMemberList_lists_members_on_Heroku()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var me = shell.Run<ChatTeamUser>("Get-ChatTeamUser ops").Single(m => m.Email == sandbox.Heroku.Admin.Email);
        Assert.Equal(["GET /teams/ops/members"], sandbox.Wire);
        Assert.Equal("email ..; max=200", sandbox.Server.Requests[0].Header("Range"));
        Assert.Equal(("ops", sandbox.Heroku.Admin.UserId, sandbox.Heroku.Admin.Email, true), (me.TeamId, me.UserId, me.UserName, me.IsAdmin));
        Assert.Equal(["admin"], me.Roles);
        Assert.Equal((false, false), (me.Federated, me.TwoFactorAuthentication));
        Assert.NotNull(me.CreatedAt);

        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatTeamUser>("Set-ChatSession -Team ops; Get-ChatTeamUser -First 2 -Descending").Count);
        Assert.Equal(["GET /teams/ops/members"], sandbox.Wire);
        Assert.Equal("email ..; max=2, order=desc", sandbox.Server.Requests[0].Header("Range"));
    }

    [Fact]
    public void Heroku_finds_members_by_address_id_name_or_as_oneself()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var (admin, member) = (sandbox.Heroku.Admin, sandbox.Heroku.Member);
        var found = shell.Run("Get-ChatTeamUser ops $args[0], $args[1], nobody@example.com, me", member.Email, member.UserId);
        Assert.Equal([member.Email, member.Email, admin.Email], found.Select(o => o.ToString()));
        var error = Assert.Single(shell.Errors);
        Assert.Equal("nobody@example.com", error.TargetObject);
        Assert.Contains("Send-ChatInvite", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(sandbox.Wire);
        Assert.Equal(member.Email, shell.Run<ChatTeamUser>("$name = (Get-ChatTeamUser ops $args[0]).DisplayName; Get-ChatTeamUser ops ($name.Substring(0, 7) + '*')", member.Email)[0].Email);
    }

    [Fact]
    public void OrganizationMemberCreateOrUpdate_gives_a_role_and_without_one_nobody_loses_his_on_Heroku()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewHerokuTeam(shell, "zeta-add");
        var (admin, member) = (sandbox.Heroku.Admin, sandbox.Heroku.Member);
        var added = shell.Run<ChatTeamUser>("Add-ChatTeamUser $args[0] zeta-add -Role Viewer -Federated -PassThru", member.Email).Single();
        Assert.Equal(["PUT /teams/zeta-add/members"], sandbox.Wire);
        Assert.Equal($$"""{"email":"{{member.Email}}","role":"viewer","federated":true}""", Body(0));
        Assert.Equal(("zeta-add", member.UserId, true), (added.TeamId, added.UserId, added.Federated));
        Assert.Equal(["viewer"], added.Roles);

        // The operation that only adds refuses who is in the team already.
        sandbox.Server.ClearRequests();
        var error = shell.Fail("Add-ChatTeamUser $args[0] zeta-add", sandbox.Heroku.Admin.Email);
        Assert.Equal(["POST /teams/zeta-add/members"], sandbox.Wire);
        Assert.Equal($$"""{"email":"{{sandbox.Heroku.Admin.Email}}","role":"member"}""", Body(0));
        Assert.Equal(sandbox.Heroku.Admin.Email, error.TargetObject);
        Assert.True(shell.Run<ChatTeamUser>("Get-ChatTeamUser zeta-add me").Single().IsAdmin);
    }

    [Fact]
    public void Heroku_takes_members_of_another_team_and_rows_and_goes_on_after_a_failure()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewHerokuTeam(shell, "zeta-copy");
        var error = shell.Fail("""
            Get-ChatTeamUser ops -First 3 | Where-Object IsAdmin -eq $false | Add-ChatTeamUser -Team zeta-copy
            [pscustomobject]@{ User = 'nobody@example.com'; Role = 'Admin' },
            [pscustomobject]@{ User = $args[0]; Role = 'Admin' } | Add-ChatTeamUser -Team zeta-copy
            """, sandbox.Heroku.Member.Email);
        Assert.Equal("nobody@example.com", error.TargetObject);
        var members = shell.Run<ChatTeamUser>("Get-ChatTeamUser zeta-copy");
        Assert.True(members.Count >= 4);
        Assert.True(members.Single(m => m.Email == sandbox.Heroku.Member.Email).IsAdmin);
        Assert.All(sandbox.Server.Requests.Where(r => r.Body.Length > 0), r => Assert.Contains("@example.com", r.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void Heroku_changes_roles_by_address()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewHerokuTeam(shell, "zeta-role");
        var member = shell.Run<ChatTeamUser>("Add-ChatTeamUser $args[0] zeta-role -PassThru", sandbox.Heroku.Member.Email).Single();
        sandbox.Server.ClearRequests();
        Assert.True(shell.Run<ChatTeamUser>("$args[0] | Set-ChatTeamUser -Role Admin -PassThru", member).Single().IsAdmin);
        Assert.Equal(["PATCH /teams/zeta-role/members"], sandbox.Wire);
        Assert.Equal($$"""{"email":"{{member.Email}}","role":"admin"}""", Body(0));
        Assert.Empty(shell.RunClean("Set-ChatTeamUser $args[0] zeta-role -Roles collaborator -Federated:$false", member.Email));
        Assert.Equal($$"""{"email":"{{member.Email}}","role":"collaborator","federated":false}""", Body(1));

        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatTeamUser me zeta-role -Roles admin, member").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void OrganizationMemberDelete_takes_members_out_and_everybody_may_leave_on_Heroku()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var team = NewHerokuTeam(shell, "zeta-out");
        var address = Uri.EscapeDataString(sandbox.Heroku.Member.Email);
        shell.RunClean("Add-ChatTeamUser $args[0] zeta-out", sandbox.Heroku.Member.Email);
        sandbox.Server.ClearRequests();
        var error = shell.Fail("'nobody@example.com', $args[0] | Remove-ChatTeamUser -Team $args[1]", sandbox.Heroku.Member.Email, team);
        Assert.Equal("nobody@example.com", error.TargetObject);
        Assert.Equal([$"DELETE /teams/{team.Id}/members/nobody%40example.com", $"DELETE /teams/{team.Id}/members/{address}"], sandbox.Wire);

        shell.RunClean("Add-ChatTeamUser $args[0] zeta-out", sandbox.Heroku.Member.Email);
        using var leaver = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        leaver.RunClean("Remove-ChatTeamUser me zeta-out");
        Assert.Equal([$"DELETE /teams/zeta-out/members/{address}"], sandbox.Wire);
    }
}
