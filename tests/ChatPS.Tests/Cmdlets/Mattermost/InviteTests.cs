using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class InviteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private MattermostService Service => sandbox.Simulated!;

    /// <summary>The invitations that are under way; null where a server tells nobody of them.</summary>
    private List<EmailInvite>? Sent => sandbox.Simulated?.State.Integrations.Invites;

    public void Dispose() => sandbox.Simulated?.IsLicensed = false;

    /// <summary>A shell with a team of the test's own, in $team.</summary>
    private Shell ConnectTo(string team)
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$team = New-ChatTeam $args[0] -Open", team);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void InviteUsersToTeam()
    {
        using var shell = ConnectTo("invite-mail");
        var teamId = shell.RunClean("$team.Id").Single().ToString()!;
        var invites = shell.Run<ChatInvite>("'a@example.com', 'b@example.com' | Send-ChatInvite -Team invite-mail -PassThru");
        Assert.Equal(["GET /api/v4/teams/name/invite-mail", $"POST /api/v4/teams/{teamId}/invite/email?graceful=true"], sandbox.Wire);
        Assert.Equal("""["a@example.com","b@example.com"]""", Last.Body);
        Assert.Equal(["a@example.com", "b@example.com"], invites.Select(i => i.Email));
        Assert.All(invites, i => Assert.Equal((teamId, "member"), (i.TeamId, i.Role)));
        Assert.Equal(2, Sent?.Count(i => i.TeamId == teamId) ?? 2);

        // One that is no address costs only itself.
        shell.Run("'no address', 'c@example.com' | Send-ChatInvite -Team $team");
        var error = Assert.Single(shell.Errors);
        Assert.Equal("no address", error.TargetObject);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("""["c@example.com"]""", Last.Body);
        Assert.True(Sent?.Exists(i => i.Email == "c@example.com") ?? true);
    }

    [SandboxFact("leaves an account that mails no more invitations for an hour")]
    public void Many_go_out_twenty_at_a_time_until_the_server_mails_no_more()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        var sent = shell.Run("1..45 | ForEach-Object { \"u$_@example.com\" } | Send-ChatInvite -Team northwind-harbor -PassThru");
        Assert.Equal(3, sandbox.Wire.Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"u{i}@example.com"), sent.Select(invite => ((ChatInvite)invite.BaseObject).Email));
        Assert.Equal(25, shell.Errors.Count);
        var error = Assert.IsType<ChatException>(shell.Errors[0].Exception);
        Assert.Equal((ChatErrorReason.RateLimited, 413, "app.email.rate_limit_exceeded.app_error"), (error.Reason, error.StatusCode, error.ErrorId));
        // Nineteen have to come free, one in three minutes.
        Assert.Equal(57, Math.Ceiling(error.RetryAfter!.Value.TotalMinutes));
        Assert.Contains("in 57 minutes", shell.Errors[0].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("in 12 minutes", shell.Errors[^1].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(Sent!, invite => invite.Email == "u21@example.com");
        // What is more than ever goes at once is no matter of waiting.
        var all = string.Join(',', Enumerable.Range(1, 22).Select(i => $"'x{i}@example.com'"));
        var never = shell.Fail($"Invoke-ChatOperation InviteUsersToTeam -TeamId (Get-ChatTeam northwind-harbor).Id -Body @({all})");
        Assert.StartsWith("ChatPS.InvalidRequest", never.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("twenty or fewer", never.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void InviteGuestsToTeam_wants_a_license()
    {
        using var shell = ConnectTo("invite-guests");
        var error = shell.Fail("Send-ChatInvite guest@example.com -Team $team -Guest -Room town-square -Message Welcome");
        Assert.EndsWith("/invite-guests/email?graceful=true", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Contains("\"emails\":[\"guest@example.com\"]", Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"message\":\"Welcome\"", Last.Body, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void With_a_license_guests_are_invited_and_come_into_their_rooms()
    {
        using var shell = ConnectTo("invite-licensed");
        Service.IsLicensed = true;
        var off = shell.Fail("Send-ChatInvite guest@example.com -Team $team -Guest -Room town-square");
        Assert.Equal("api.team.invate_guests_to_channels.disabled.error", Assert.IsType<ChatException>(off.Exception).ErrorId);
        shell.RunClean("Set-ChatServerConfig GuestAccountsSettings.Enable $true");
        var room = shell.Run<ChatRoom>("New-ChatRoom for-guests -Team $team -Kind Private").Single();
        try
        {
            var invites = shell.Run<ChatInvite>("'g1@example.com', 'G2@example.com' | Send-ChatInvite -Team $team -Guest -Room for-guests -PassThru");
            Assert.Equal([("g1@example.com", "guest"), ("G2@example.com", "guest")], invites.Select(invite => (invite.Email, invite.Role)));
            Assert.Equal([("g1@example.com", room.Id), ("g2@example.com", room.Id)], Service.State.Integrations.Invites.TakeLast(2).Select(invite => (invite.Email, invite.Channels!.Single())));
            Assert.Equal("api.team.invite_guests.channel_in_invalid_team.app_error", Assert.IsType<ChatException>(
                shell.Fail("Send-ChatInvite guest@example.com -Team $team -Guest -Room northwind-harbor/town-square").Exception).ErrorId);

            var (token, other) = (Service.State.Integrations.Invites[^2].Token, Service.State.Integrations.Invites[^1].Token);
            // Who is no guest is not let in as one, and the invitation stays.
            using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Accounts[1]);
            Assert.Equal("api.user.create_user.invalid_invitation_type.app_error", Assert.IsType<ChatException>(
                member.Fail("Approve-ChatInvite $args[0]", SandboxFixture.Protect(token)).Exception).ErrorId);
            // The account that is made with the mail's link has the address of the mail, whatever is asked for.
            member.RunClean("$null = Invoke-ChatRequest POST \"/api/v4/users?t=$($args[0])\" -Body @{ username = 'g.one'; password = 'long-enough'; email = 'x@example.com' }", token);
            var guest = shell.Run<ChatUser>("Get-ChatUser g.one").Single();
            Assert.Equal(("g1@example.com", true), (guest.Email, guest.IsGuest));
            Assert.Equal([room.Id], Service.State.Users[guest.Id]!.Channels.Select(channel => channel.Id));
            Assert.DoesNotContain(Service.State.Integrations.Invites, invite => invite.Token == token);
            Assert.Contains(Service.State.Integrations.Invites, invite => invite.Token == other);
        }
        finally
        {
            shell.RunClean("Set-ChatServerConfig GuestAccountsSettings.Enable $false");
        }
    }

    [Fact]
    public void The_standing_invitation_of_a_team_is_read_and_renewed()
    {
        using var shell = ConnectTo("invite-link");
        var invite = shell.Run<ChatInvite>("Get-ChatInvite invite-link").Single();
        Assert.Equal(("invite-link", shell.RunClean("$team.InviteId").Single().ToString()), (invite.Team, invite.Id));
        Assert.EndsWith("/signup_user_complete/?id=" + invite.Id, invite.Url, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        var renewed = shell.Run<ChatInvite>("$team | Get-ChatInvite | Set-ChatInvite -Regenerate -PassThru").Single();
        Assert.Equal($"POST /api/v4/teams/{invite.TeamId}/regenerate_invite_id", sandbox.Wire.Last());
        Assert.NotEqual(invite.Id, renewed.Id);
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatInvite $args[0] -Team $team -Regenerate -WhatIf", renewed.Id);
        Assert.Empty(sandbox.Wire);

        // GetTeamInviteInfo
        var found = shell.Run<ChatInvite>("Get-ChatInvite -Invite $args[0]", renewed.Id).Single();
        Assert.Equal([$"GET /api/v4/teams/invite/{renewed.Id}"], sandbox.Wire);
        Assert.Equal((invite.TeamId, "invite-link"), (found.TeamId, found.Team));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatInvite -Invite $args[0]", invite.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidateEmailInvites()
    {
        using var shell = ConnectTo("invite-gone");
        shell.RunClean("Send-ChatInvite x@example.com -Team $team");
        sandbox.Server.ClearRequests();
        shell.RunClean("Remove-ChatInvite -All -WhatIf; Send-ChatInvite y@example.com -Team $team -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Remove-ChatInvite -All");
        Assert.Equal(["DELETE /api/v4/teams/invites/email"], sandbox.Wire);
        Assert.Empty(Sent ?? []);
        var error = shell.Fail("Remove-ChatInvite x@example.com -Team $team");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a mailbox to look into")]
    public void AddTeamMemberFromInvite()
    {
        using var shell = ConnectTo("invite-accept");
        shell.RunClean("Send-ChatInvite member@example.com -Team $team");
        var token = Sent![^1].Token;
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Accounts[1]);
        var joined = member.Run<ChatTeamUser>("Approve-ChatInvite $args[0] -PassThru", SandboxFixture.Protect(token)).Single();
        Assert.Equal($"POST /api/v4/teams/members/invite?token={token}", sandbox.Wire.Last());
        Assert.Equal((shell.RunClean("$team.Id").Single().ToString(), sandbox.Mattermost.Accounts[1].UserId, "member"), (joined.TeamId, joined.UserId, joined.UserName));
        var error = member.Fail("Approve-ChatInvite $args[0] -Verbose", SandboxFixture.Protect(token));
        Assert.Equal("api.user.create_user.signup_link_invalid.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        Assert.DoesNotContain(token, member.Spoken + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Send-ChatInvite a@example.com -Team x -Guest", "InvalidRequest", "-Room")]
    [InlineData("Send-ChatInvite a@example.com -Team x -Room y", "InvalidRequest", "-Guest")]
    [InlineData("Send-ChatInvite a@example.com -Team x -Message y", "InvalidRequest", "-Message")]
    [InlineData("Send-ChatInvite a@example.com -Team x -Role admin", "NotSupported", "-Role")]
    [InlineData("Send-ChatInvite a@example.com -Team x -DisplayName y", "NotSupported", "-DisplayName")]
    [InlineData("Set-ChatInvite a -Team x -Role admin", "NotSupported", "-Role")]
    public void What_cannot_be_is_refused(string script, string reason, string advice)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Send-ChatInvite a@example.com -Team x -Guest")]
    [InlineData("Send-ChatInvite a@example.com -Team x -Message y")]
    [InlineData("Set-ChatInvite a@example.com -Team x -Regenerate")]
    [InlineData("Remove-ChatInvite -All")]
    public void What_Hathora_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
