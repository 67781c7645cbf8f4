using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class InviteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void InviteUser()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var invite = shell.Run<ChatInvite>("Send-ChatInvite invite-role@example.com -Role Viewer -PassThru").Single();
        Assert.Equal([$"PUT /orgs/v1/{id}/invites"], sandbox.Wire);
        Assert.Equal("""{"userEmail":"invite-role@example.com","scopes":"viewer"}""", Last.Body);
        Assert.Equal(("invite-role@example.com", "invite-role@example.com", "invite-role@example.com"), (invite.Id, invite.InviteId, invite.Email));
        Assert.Equal((id, "viewer", sandbox.Hathora.Admin.Email), (invite.TeamId, invite.Role, invite.InvitedBy));
        Assert.Empty(invite.Scope);

        Assert.Empty(shell.RunClean("Send-ChatInvite invite-scope@example.com $team.Name -Scope builds:read, processes:read-write"));
        Assert.Equal("""{"userEmail":"invite-scope@example.com","scopes":["builds:read","processes:read-write"]}""", Last.Body);
        // Whoever is invited without a word of it becomes no administrator.
        shell.RunClean("Send-ChatInvite invite-plain@example.com");
        Assert.Equal("""{"userEmail":"invite-plain@example.com","scopes":"member"}""", Last.Body);
    }

    [Fact]
    public void Rows_say_what_each_shall_be_and_one_that_fails_leaves_the_others_alone()
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        var error = shell.Fail("""
            [pscustomobject]@{ Email = 'row-a@example.com'; Role = 'admin'; Scope = $null },
            [pscustomobject]@{ Email = 'no-address'; Role = ''; Scope = $null },
            [pscustomobject]@{ Email = 'row-b@example.com'; Role = ''; Scope = @('builds:read') } | Send-ChatInvite -ThrottleLimit 2
            """);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("no-address", error.TargetObject);
        var rows = shell.Run<ChatInvite>("Get-ChatInvite -Invite row-*");
        Assert.Equal([("row-a@example.com", "admin", 0), ("row-b@example.com", null, 1)], rows.Select(i => (i.Email!, i.Role, i.Scope.Count)).Order());

        var both = shell.Fail("Send-ChatInvite row-c@example.com -Role admin -Scope builds:read");
        Assert.StartsWith("ChatPS.InvalidRequest", both.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Role or -Scope", both.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        // A role that is none is for the server to name.
        Assert.Contains("viewer", shell.Fail("Send-ChatInvite row-d@example.com -Role root").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void GetOrgPendingInvites()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        shell.RunClean("'list-a@example.com', 'list-b@example.com' | Send-ChatInvite");
        sandbox.Server.ClearRequests();
        Assert.Equal(["list-a@example.com", "list-b@example.com"], shell.Run<ChatInvite>("$team | Get-ChatInvite -Invite list-*").Select(i => i.Email!).Order());
        Assert.Equal([$"GET /orgs/v1/{id}/invites/pending"], sandbox.Wire);
        Assert.Equal("list-a@example.com", shell.Run<ChatInvite>("Get-ChatInvite -Invite LIST-A@example.com").Single().Id);
        Assert.Single(shell.Run<ChatInvite>("Get-ChatInvite -First 1"));
        var error = shell.Fail("Get-ChatInvite -Invite nobody@example.com");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobody@example.com", error.TargetObject);
    }

    [Fact]
    public void UpdateUserInvite()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        shell.RunClean("'change-a@example.com', 'change-b@example.com' | Send-ChatInvite");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatInvite change-a@example.com -Role Admin"));
        Assert.Equal([$"POST /orgs/v1/{id}/invites"], sandbox.Wire);
        Assert.Equal("""{"userEmail":"change-a@example.com","scopes":"admin"}""", Last.Body);

        // What an invitation says itself is not what it shall become.
        var changed = shell.Run<ChatInvite>("Get-ChatInvite -Invite change-* | Set-ChatInvite -Scope builds:read -PassThru");
        Assert.Equal(["change-a@example.com", "change-b@example.com"], changed.Select(i => i.Email!).Order());
        Assert.All(changed, i => Assert.Equal(["builds:read"], i.Scope));
        Assert.All(changed, i => Assert.Null(i.Role));

        var error = shell.Fail("Set-ChatInvite nobody@example.com -Role admin");
        Assert.Equal("nobody@example.com", error.TargetObject);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatInvite change-a@example.com").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void RescindInvite()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        shell.RunClean("'back-a@example.com', 'back-b@example.com' | Send-ChatInvite");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Remove-ChatInvite back-a@example.com $team"));
        Assert.Equal([$"POST /orgs/v1/{id}/invites/rescind"], sandbox.Wire);
        Assert.Equal("""{"userEmail":"back-a@example.com"}""", Last.Body);

        var error = shell.Fail("'back-a@example.com', 'back-b@example.com' | Remove-ChatInvite");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("back-a@example.com", error.TargetObject);
        Assert.Empty(shell.Run<ChatInvite>("Get-ChatInvite -Invite back-*"));

        shell.RunClean("Send-ChatInvite back-c@example.com -PassThru | Remove-ChatInvite");
        Assert.Empty(shell.Run<ChatInvite>("Get-ChatInvite -Invite back-*"));
    }

    [Fact]
    public void GetUserPendingInvites_and_AcceptInvite()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        // Of some other team, so that the member becomes one of it now.
        var other = shell.Run<ChatTeam>("$other = (Get-ChatTeam)[1]; $other").Single();
        shell.RunClean("Send-ChatInvite $args[0] $other -Role viewer", sandbox.Hathora.Member.Email);

        using var guest = sandbox.Connect(sandbox.Hathora, sandbox.Hathora.Member);
        var invite = guest.Run<ChatInvite>("Get-ChatInvite -Me").Single();
        Assert.Equal(["GET /orgs/v1/user/invites/pending"], sandbox.Wire);
        Assert.Equal((other.Id, sandbox.Hathora.Member.Email, "viewer"), (invite.TeamId, invite.Email, invite.Role));

        sandbox.Server.ClearRequests();
        var member = guest.Run<ChatTeamUser>("Get-ChatInvite -Me | Approve-ChatInvite -PassThru").Single();
        Assert.Equal(
            ["GET /orgs/v1/user/invites/pending", "GET /orgs/v1/user/invites/pending", $"POST /orgs/v1/{other.Id}/invites/accept", $"GET /orgs/v1/{other.Id}/members"],
            sandbox.Wire);
        Assert.Null(sandbox.Server.Requests[2].Body is { Length: > 0 } body ? body : null);
        Assert.Equal((other.Id, sandbox.Hathora.Member.Email), (member.TeamId, member.UserId));
        Assert.Equal(["viewer"], member.Roles);
        Assert.Empty(guest.Run<ChatInvite>("Get-ChatInvite -Me"));

        sandbox.Server.ClearRequests();
        var error = guest.Fail("Approve-ChatInvite $args[0]", other.Id);
        Assert.Equal([$"POST /orgs/v1/{other.Id}/invites/accept"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(other.Id, error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", guest.Fail("Approve-ChatInvite $args[0] -PassThru", id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void RejectInvite()
    {
        var viewer = sandbox.Hathora.Accounts.Single(a => a.Role == "viewer");
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        var other = shell.Run<ChatTeam>("$other = (Get-ChatTeam)[1]; $other").Single();
        shell.RunClean("Send-ChatInvite $args[0] $other", viewer.Email);
        using var guest = sandbox.Connect(sandbox.Hathora, viewer);
        guest.RunClean("Get-ChatInvite -Me | Deny-ChatInvite -WhatIf");
        Assert.DoesNotContain(sandbox.Wire, w => w.StartsWith("POST", StringComparison.Ordinal));
        Assert.Empty(guest.RunClean("Get-ChatInvite -Me | Deny-ChatInvite"));
        Assert.Equal($"POST /orgs/v1/{other.Id}/invites/reject", sandbox.Wire.Last());
        Assert.Empty(guest.Run<ChatInvite>("Get-ChatInvite -Me"));
        Assert.Equal(other.Id, guest.Fail("Deny-ChatInvite $args[0]", other.Id).TargetObject);
    }

    [Theory]
    [InlineData("Send-ChatInvite what-if@example.com -WhatIf")]
    [InlineData("Set-ChatInvite what-if@example.com -Role admin -WhatIf")]
    [InlineData("Remove-ChatInvite what-if@example.com -WhatIf")]
    [InlineData("Approve-ChatInvite org-1 -WhatIf")]
    [InlineData("Deny-ChatInvite org-1 -WhatIf")]
    public void WhatIf_sends_nothing(string script)
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        Assert.Empty(shell.RunClean(script));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatInvite -Token $args[0]")]
    [InlineData("Approve-ChatInvite $args[0]")]
    public void There_are_no_tokens_of_invitations(string script)
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        var error = shell.Fail(script, SandboxFixture.Protect("a-token-of-some-length"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Token", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Heroku", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatInvite -Me", "-Me")]
    [InlineData("Approve-ChatInvite ops", "-Team")]
    [InlineData("Deny-ChatInvite ops", "Deny-ChatInvite")]
    [InlineData("Set-ChatInvite guest@example.com ops -Role admin", "Set-ChatInvite")]
    [InlineData("Send-ChatInvite guest@example.com ops -Scope builds:read", "-Scope")]
    public void Heroku_has_none_of_it_and_is_not_asked(string script, string named)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_change_that_the_server_did_not_make_is_an_error()
    {
        using var server = new Client.ScriptedServer(r => r.Method == "GET" ? new("""{"orgs":[{"orgId":"org-1"}]}""") : new("false"));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        var error = shell.Fail("Set-ChatInvite guest@example.com -Role admin");
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("guest@example.com", error.TargetObject);
    }
}
