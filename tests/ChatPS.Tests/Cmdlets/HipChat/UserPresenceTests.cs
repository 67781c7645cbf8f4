using ChatPS.Sandbox.Platforms.HipChat;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class UserPresenceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Presence_is_read_with_the_account()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var (admin, member) = (sandbox.HipChat.Admin, sandbox.HipChat.Member);
        var state = ((HipChatService)sandbox.HipChat).State;
        state.FindMention(member.UserName)!.Presence = null;
        var presences = shell.Run<ChatUserPresence>("Get-ChatUserPresence $args[0], $args[1]", admin.UserName, member.Email);
        Assert.Equal([$"GET /v2/user/%40{admin.UserName}", $"GET /v2/user/{Uri.EscapeDataString(member.Email)}"], sandbox.Wire);
        Assert.Equal(
            [(admin.UserName, "chat", "at my desk", true), (member.UserName, "offline", null, false)],
            presences.Select(p => (p.UserName!, p.Status!, p.Message, p.IsOnline)));
        Assert.Equal(admin.UserId, shell.Run<ChatUserPresence>("Get-ChatUserPresence -Me").Single().UserId);
        Assert.Equal("nobody", Assert.Single(Failing(shell, "Get-ChatUserPresence nobody, $args[0]", admin.UserName)));
    }

    [Fact]
    public void UpdateUser_sets_it_and_keeps_the_rest()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var user = shell.Run<ChatUser>("New-ChatUser Reachable reachable@example.com -Position Tester").Single();
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatUserPresence dnd Reachable -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Set-ChatUserPresence dnd Reachable -Message 'in review'"));
        Assert.Equal(["GET /v2/user/%40Reachable", $"PUT /v2/user/{user.Id}"], sandbox.Wire);
        Assert.EndsWith(""","presence":{"status":"in review","show":"dnd"}}""", sandbox.Server.Requests[1].Body, StringComparison.Ordinal);

        var changed = shell.Run<ChatUserPresence>("$args[0] | Set-ChatUserPresence away -PassThru", user).Single();
        Assert.Equal((user.Id, "away", "in review"), (changed.UserId, changed.Status, changed.Message));
        Assert.Equal("Tester", shell.Run<ChatUser>("Get-ChatUser Reachable").Single().Position);
        Assert.Equal("", shell.Run<ChatUserPresence>("Set-ChatUserPresence -User Reachable -Message '' -PassThru").Single().Message);
        Assert.Contains("show", shell.Fail("Set-ChatUserPresence sleeping Reachable").Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUserPresence").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatUserPresence x")]
    [InlineData("Set-ChatUserPresence away")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.Contains("HipChat", shell.Fail(script).ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static IEnumerable<object> Failing(Shell shell, string script, params object?[] arguments)
    {
        shell.Run(script, arguments);
        return shell.Errors.Select(error => error.TargetObject);
    }
}
