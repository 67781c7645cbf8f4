namespace ChatPS.Tests.Cmdlets;

public sealed class ChatUserPresenceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Mattermost_tells_of_many_together_and_of_one_alone()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var found = shell.Run("'sysadmin', 'nobody.here', 'member' | Get-ChatUserPresence");
        Assert.Equal(["sysadmin", "member"], found.Select(p => ((ChatUserPresence)p.BaseObject).UserName));
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(["POST /api/v4/users/usernames", "POST /api/v4/users/status/ids", "POST /api/v4/users/ids"], sandbox.Wire);
        sandbox.Server.ClearRequests();

        var me = shell.Run<ChatUserPresence>("Get-ChatUserPresence -Me").Single();
        Assert.Equal([$"GET /api/v4/users/{me.UserId}/status", "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.NotNull(me.Status);
    }

    [Fact]
    public void Mattermost_sets_the_own_one()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatUserPresence dnd -WhatIf");
        Assert.Empty(sandbox.Wire);
        var set = shell.Run<ChatUserPresence>("Set-ChatUserPresence dnd -PassThru").Single();
        Assert.Equal([$"PUT /api/v4/users/{set.UserId}/status", "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal($$"""{"user_id":"{{set.UserId}}","status":"dnd"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal(("dnd", true, true), (set.Status, set.IsOnline, set.IsManual));
        Assert.Equal("dnd", shell.Run<ChatUserPresence>("Get-ChatUserPresence -Me").Single().Status);
    }
}
