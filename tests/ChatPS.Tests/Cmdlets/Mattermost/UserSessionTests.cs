namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class UserSessionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    [Fact]
    public void GetSessions_by_name_and_of_piped_users()
    {
        using var shell = Connect();
        shell.RunClean("""
            $admin = Get-ChatSession
            $null = Connect-ChatService Mattermost $args[0] -Credential ([pscredential]::new('member', $args[1]))
            Set-ChatSession $admin -Default
            """, sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Member.Password));
        sandbox.Server.ClearRequests();
        var id = sandbox.Mattermost.Member.UserId;
        var sessions = shell.Run<ChatUserSession>("Get-ChatUserSession member");
        Assert.Equal(["GET /api/v4/users/username/member", $"GET /api/v4/users/{id}/sessions"], sandbox.Wire);
        Assert.NotEmpty(sessions);
        Assert.All(sessions, session => Assert.Equal((id, session.Id), (session.UserId, session.UserSessionId)));
        Assert.NotNull(sessions[0].ExpiresAt);
        sandbox.Server.ClearRequests();
        Assert.Equal(sessions.Count, shell.RunClean("Get-ChatUser member | Get-ChatUserSession").Count);
        shell.RunClean("Get-ChatUserSession");
        Assert.Matches("^GET /api/v4/users/[a-z0-9]{26}/sessions$", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatUserSession nobody-here").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void RevokeSession_and_RevokeAllSessions()
    {
        using var shell = Connect();
        shell.RunClean("""
            $null = New-ChatUser -UserName often.here -Email often.here@example.com -Password $args[1]
            $credential = [pscredential]::new('often.here', $args[1])
            $admin = Get-ChatSession
            foreach ($i in 1..3) { $null = Connect-ChatService Mattermost $args[0] -Credential $credential }
            Set-ChatSession $admin -Default
            $all = Get-ChatUserSession often.here
            """, sandbox.Mattermost.BaseUri, SandboxFixture.Protect("Secret12!"));
        sandbox.Server.ClearRequests();
        shell.RunClean("$all[0] | Remove-ChatUserSession -Force -WhatIf; Remove-ChatUserSession -User often.here -All -WhatIf; Remove-ChatUserSession -Everybody -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$all[0] | Remove-ChatUserSession -Force");
        var user = shell.RunClean("$all[0].UserId").Single().ToString();
        Assert.Equal([$"POST /api/v4/users/{user}/sessions/revoke"], sandbox.Wire);
        Assert.Equal($$"""{"session_id":"{{shell.RunClean("$all[0].Id").Single()}}"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal(2, shell.RunClean("Get-ChatUserSession often.here").Count);
        shell.RunClean("Remove-ChatUserSession $all[1].Id -User often.here -Force");
        Assert.Single(shell.RunClean("Get-ChatUserSession often.here"));
        // One that is gone already leaves the others done.
        shell.Run("$all[1], $all[2] | Remove-ChatUserSession -Force");
        Assert.Contains("app.session.get.app_error", Assert.Single(shell.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(shell.RunClean("Get-ChatUserSession often.here"));

        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Credential $credential; Set-ChatSession $admin -Default; Get-ChatUser often.here | Remove-ChatUserSession -All -Force", sandbox.Mattermost.BaseUri);
        Assert.Equal($"POST /api/v4/users/{user}/sessions/revoke/all", sandbox.Wire.Last());
        Assert.Empty(shell.RunClean("Get-ChatUserSession often.here"));
    }

    [Fact]
    public void RevokeSessionsFromAllUsers()
    {
        using var shell = Connect();
        shell.RunClean("Remove-ChatUserSession -Everybody -Force");
        Assert.Equal(["POST /api/v4/users/sessions/revoke/all"], sandbox.Wire);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Remove-ChatUserSession -Everybody -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatUserSession x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
