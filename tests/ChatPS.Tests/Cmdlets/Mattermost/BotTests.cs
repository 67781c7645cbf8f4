using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class BotTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void GetBots()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var bot = shell.Run<ChatBot>("Get-ChatBot | Where-Object UserName -eq deploybot").Single();
        Assert.Equal("GET /api/v4/bots?per_page=200&page=0", sandbox.Wire.First());
        Assert.Equal(("Deploy Bot", "sysadmin", true, null), (bot.DisplayName, bot.Owner, bot.IsActive, bot.DisabledAt));
        Assert.Equal((bot.Id, bot.Id), (bot.BotId, bot.UserId));
        Assert.Equal(["oldbot"], shell.Run<ChatBot>("Get-ChatBot o*bot -IncludeDisabled").Select(b => b.UserName));
        Assert.Contains("GET /api/v4/bots?include_deleted=true&per_page=200&page=0", sandbox.Wire);
        Assert.DoesNotContain("oldbot", shell.RunClean("Get-ChatBot").Select(b => b.ToString()));
        Assert.Single(shell.RunClean("Get-ChatBot -First 1"));
    }

    [Fact]
    public void Orphans_are_those_whose_owners_are_gone()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("""
            $user = New-ChatUser leaving -Email leaving@example.com -Password $args[0]
            $bot = New-ChatBot orphan -Owner $user
            Remove-ChatUser leaving -Force
            """, SandboxFixture.Protect("long-enough-1"));
        // A server switches off the bots of those who go, unless its settings say otherwise.
        Assert.Empty(shell.RunClean("Get-ChatBot -Orphaned"));
        var orphan = shell.Run<ChatBot>("Get-ChatBot -Orphaned -IncludeDisabled").Single();
        Assert.Equal(("orphan", "leaving", false), (orphan.UserName, orphan.Owner, orphan.IsActive));
        Assert.Contains(sandbox.Wire, w => w.Contains("only_orphaned=true", StringComparison.Ordinal));
    }

    [Fact]
    public void GetBot()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var bots = shell.Run<ChatBot>("Get-ChatBot deploybot, oldbot, standupbot");
        Assert.Equal(["deploybot", "oldbot", "standupbot"], bots.Select(b => b.UserName));
        Assert.False(bots[1].IsActive);
        Assert.NotNull(bots[1].DisabledAt);
        // The names are looked up together.
        Assert.Equal(
            ["POST /api/v4/users/usernames", .. bots.Select(b => $"GET /api/v4/bots/{b.Id}?include_deleted=true")], sandbox.Wire);
        Assert.Equal(bots[0].Id, shell.Run<ChatBot>("Get-ChatUser deploybot | Get-ChatBot").Single().Id);
        Assert.Equal(bots[0].Id, shell.Run<ChatBot>("Get-ChatBot $args[0]", bots[0].Id).Single().Id);
        var error = shell.Fail("Get-ChatBot $args[0]", new string('a', 26));
        Assert.Equal("store.sql_bot.get.missing.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        shell.Run("'none-such', 'deploybot' | Get-ChatBot");
        Assert.Equal("none-such", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void CreateBot_and_a_token_for_it()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var bot = shell.Run<ChatBot>("New-ChatBot newbot -DisplayName 'New Bot' -Description 'Does new things'").Single();
        Assert.Equal(["POST /api/v4/bots"], sandbox.Wire);
        Assert.Equal("""{"username":"newbot","display_name":"New Bot","description":"Does new things"}""", Last.Body);
        Assert.Equal(("newbot", "New Bot", "Does new things", "sysadmin"), (bot.UserName, bot.DisplayName, bot.Description, bot.Owner));
        var token = shell.Run<ChatToken>("Get-ChatBot newbot | New-ChatToken").Single();
        Assert.Equal((bot.Id, "Does new things"), (token.UserId, token.Description));
        Assert.NotNull(token.Token);
        var error = shell.Fail("New-ChatBot newbot");
        Assert.Equal("app.user.save.username_exists.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        Assert.Equal(["b1", "b2"], shell.Run<ChatBot>("'b1', 'b2' | New-ChatBot -Description x").Select(b => b.UserName));
    }

    [Fact]
    public void PatchBot_and_AssignBot()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatBot setbot -DisplayName Old");
        sandbox.Server.ClearRequests();
        var id = shell.RunClean("$it.Id").Single();
        Assert.Empty(shell.RunClean("$it | Set-ChatBot -DisplayName New"));
        Assert.Equal([$"PUT /api/v4/bots/{id}"], sandbox.Wire);
        Assert.Equal("""{"display_name":"New"}""", Last.Body);
        var changed = shell.Run<ChatBot>("Set-ChatBot setbot -UserName setbot2 -Description what -Owner member -PassThru").Single();
        Assert.Equal(("setbot2", "New", "what", sandbox.Mattermost.Accounts[1].UserId), (changed.UserName, changed.DisplayName, changed.Description, changed.OwnerId));
        Assert.Equal($"POST /api/v4/bots/{id}/assign/{changed.OwnerId}", sandbox.Wire.Last());
        Assert.Null(shell.Run<ChatBot>("$it | Set-ChatBot -Description $null -PassThru").Single().Description);
        // Bots own no bots.
        Assert.StartsWith("ChatPS.Forbidden", shell.Fail("$it | Set-ChatBot -Owner deploybot").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void DisableBot_and_EnableBot()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$them = 'off1', 'off2' | New-ChatBot");
        sandbox.Server.ClearRequests();
        shell.RunClean("$them | Remove-ChatBot -WhatIf; $them | Set-ChatBot -Active -WhatIf; New-ChatBot x -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Remove-ChatBot off1, off2");
        var ids = shell.RunClean("$them.Id");
        Assert.Equal(["POST /api/v4/users/usernames", $"POST /api/v4/bots/{ids[0]}/disable", $"POST /api/v4/bots/{ids[1]}/disable"], sandbox.Wire);
        Assert.Equal([false, false], shell.Run<ChatBot>("$them | Get-ChatBot").Select(b => b.IsActive));
        sandbox.Server.ClearRequests();
        Assert.Equal([true, true], shell.Run<ChatBot>("$them | Set-ChatBot -Active -PassThru -ThrottleLimit 2").Select(b => b.IsActive));
        Assert.Equal([$"POST /api/v4/bots/{ids[0]}/enable", $"POST /api/v4/bots/{ids[1]}/enable"], sandbox.Wire.OrderBy(w => w.Contains(ids[1].ToString()!, StringComparison.Ordinal)));
        Assert.False(shell.Run<ChatBot>("$them[0] | Set-ChatBot -Active:$false -PassThru").Single().IsActive);
        shell.Run("'none-such', 'off2' | Remove-ChatBot");
        Assert.Equal("none-such", Assert.Single(shell.Errors).TargetObject);
        Assert.False(shell.Run<ChatBot>("Get-ChatBot off2").Single().IsActive);
    }

    [Fact]
    public void SetBotIconImage_and_DeleteBotIconImage()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        File.WriteAllText(file, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'/>");
        try
        {
            var bot = shell.Run<ChatBot>("New-ChatBot iconbot -Icon $args[0]", file).Single();
            Assert.Contains($"POST /api/v4/bots/{bot.Id}/icon", sandbox.Wire);
            Assert.NotNull(bot.IconUpdatedAt);
            Assert.Null(shell.Run<ChatBot>("Set-ChatBot iconbot -Icon $null -PassThru").Single().IconUpdatedAt);
            Assert.Contains($"DELETE /api/v4/bots/{bot.Id}/icon", sandbox.Wire);
        }
        finally
        {
            File.Delete(file);
        }
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatBot iconbot -Icon $args[0]", file).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatBot")]
    [InlineData("New-ChatBot a")]
    [InlineData("Set-ChatBot a -UserName b")]
    [InlineData("Remove-ChatBot a")]
    public void Other_platforms_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Mattermost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
