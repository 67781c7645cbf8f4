using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatInviteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A team of its own, which nobody else is in.</summary>
    private ChatTeam NewTeam(Shell shell, string name)
    {
        var team = shell.Run<ChatTeam>("New-ChatTeam $args[0]", name).Single();
        sandbox.Server.ClearRequests();
        return team;
    }

    [Fact]
    public void Send_invites_to_a_team()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var team = NewTeam(shell, "invite-send");
        var invite = shell.Run<ChatInvite>("Send-ChatInvite guest@example.com invite-send -Role Admin -PassThru").Single();
        Assert.Equal(["PUT /teams/invite-send/invitations"], sandbox.Wire);
        Assert.Equal("""{"email":"guest@example.com","role":"admin"}""", Last.Body);
        Assert.Equal((team.Id, "invite-send", "guest@example.com", "admin"), (invite.TeamId, invite.Team, invite.Email, invite.Role));
        Assert.Equal((invite.Id, sandbox.Heroku.Admin.Email), (invite.InviteId, invite.InvitedBy));

        Assert.Empty(shell.RunClean("Set-ChatSession -Team invite-send; Send-ChatInvite guest@example.com"));
        Assert.Equal("""{"email":"guest@example.com","role":"member"}""", Last.Body);
    }

    [Fact]
    public void Send_takes_rows_and_goes_on_after_a_failure()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewTeam(shell, "invite-rows");
        var error = shell.Fail("""
            [pscustomobject]@{ Email = 'one@example.com'; Team = 'invite-rows'; Role = 'viewer' },
            [pscustomobject]@{ Email = 'no-address'; Team = 'invite-rows' },
            [pscustomobject]@{ Email = 'two@example.com'; Team = 'invite-rows' } | Send-ChatInvite -ThrottleLimit 2
            """);
        Assert.Equal("no-address", error.TargetObject);
        Assert.Equal(
            [("one@example.com", "viewer"), ("two@example.com", "member")],
            shell.Run<ChatInvite>("Get-ChatInvite invite-rows").Select(i => (i.Email!, i.Role!)).Order());
    }

    [Fact]
    public void A_teams_object_does_not_hand_over_ones_own_role()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        NewTeam(shell, "invite-role");
        shell.RunClean("Get-ChatTeam invite-role | Send-ChatInvite guest@example.com");
        Assert.Equal("""{"email":"guest@example.com","role":"member"}""", Last.Body);
    }

    [Fact]
    public void Get_lists_a_teams_invitations()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var team = NewTeam(shell, "invite-list");
        shell.RunClean("'ann@example.com', 'bob@example.com', 'ben@example.com' | Send-ChatInvite -Team invite-list");
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatInvite>("Get-ChatTeam invite-list | Get-ChatInvite -First 2").Count);
        Assert.Equal($"GET /teams/{team.Id}/invitations", sandbox.Wire.Last());
        Assert.Equal("id ..; max=2", Last.Header("Range"));

        Assert.Equal(["ben@example.com", "bob@example.com"], shell.Run<ChatInvite>("Get-ChatInvite invite-list b*").Select(i => i.Email!).Order());
        var ann = shell.Run<ChatInvite>("Get-ChatInvite invite-list ANN@example.com").Single();
        Assert.Equal(ann.Id, shell.Run<ChatInvite>("$args[0] | Get-ChatInvite", ann).Single().Id);
        Assert.Equal("nobody@example.com", shell.Fail("Get-ChatInvite invite-list nobody@example.com").TargetObject);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatInvite").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_takes_invitations_back_by_object_id_or_address()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var team = NewTeam(shell, "invite-back");
        var invites = shell.Run<ChatInvite>("'a@example.com', 'b@example.com', 'c@example.com' | Send-ChatInvite -Team invite-back -PassThru");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatInvite", invites[0]));
        Assert.Equal([$"DELETE /teams/invite-back/invitations/{invites[0].Id}"], sandbox.Wire);

        sandbox.Server.ClearRequests();
        var error = shell.Fail("$args[0], 'no-such-invite', 'b@example.com' | Remove-ChatInvite -Team $args[1]", invites[2].Id, team);
        Assert.Equal("no-such-invite", error.TargetObject);
        Assert.Equal(
            [
                $"DELETE /teams/{team.Id}/invitations/{invites[2].Id}", $"DELETE /teams/{team.Id}/invitations/no-such-invite",
                $"GET /teams/{team.Id}/invitations", $"DELETE /teams/{team.Id}/invitations/{invites[1].Id}",
            ],
            sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatInvite invite-back"));
    }

    [Fact]
    public void A_token_shows_its_invitation_and_accepts_it_and_is_never_seen()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var team = NewTeam(shell, "invite-token");
        // The sandbox sends no mail: the invitation's id is its token.
        var invite = shell.Run<ChatInvite>("Send-ChatInvite $args[0] invite-token -PassThru", sandbox.Heroku.Member.Email).Single();

        using var guest = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        var token = SandboxFixture.Protect(invite.Id);
        Assert.Equal(team.Id, guest.Run<ChatInvite>("Get-ChatInvite -Token $args[0] -Verbose", token).Single().TeamId);
        Assert.Equal([$"GET /teams/invitations/{invite.Id}"], sandbox.Wire);
        Assert.DoesNotContain(invite.Id, guest.Spoken, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var member = guest.Run<ChatTeamUser>("$args[0] | Approve-ChatInvite -PassThru -Verbose", token).Single();
        Assert.Equal([$"GET /teams/invitations/{invite.Id}", $"POST /teams/invitations/{invite.Id}/accept"], sandbox.Wire);
        Assert.Equal((team.Id, sandbox.Heroku.Member.Email), (member.TeamId, member.UserName));
        Assert.Equal(["member"], member.Roles);
        Assert.DoesNotContain(invite.Id, guest.Spoken, StringComparison.Ordinal);

        var error = guest.Fail("Approve-ChatInvite $args[0]", token);
        Assert.Equal($"POST /teams/invitations/{invite.Id}/accept", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(invite.Id, error + error.Exception.ToString() + error.TargetObject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Send-ChatInvite guest@example.com ops -WhatIf")]
    [InlineData("Remove-ChatInvite guest@example.com ops -WhatIf")]
    [InlineData("Approve-ChatInvite $args[0] -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean(command, SandboxFixture.Protect("a-token-of-some-length")));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatInvite ops")]
    [InlineData("Get-ChatInvite -Token $args[0]")]
    [InlineData("Send-ChatInvite guest@example.com ops")]
    [InlineData("Remove-ChatInvite guest@example.com ops")]
    [InlineData("Approve-ChatInvite $args[0]")]
    public void Gitter_knows_no_invitations_to_groups(string command)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail(command, SandboxFixture.Protect("a-token-of-some-length"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Heroku", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
