using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class WebhookTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private Shell ConnectTo(string room)
    {
        var shell = sandbox.Connect(sandbox.HipChat);
        shell.RunClean("$null = Invoke-ChatOperation CreateRoom -Argument @{ name = $args[0] }", room);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void GetAllWebhooks()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var all = shell.Run<ChatWebhook>("Get-ChatWebhook -Room Operations");
        Assert.Equal(["GET /v2/room/Operations/webhook?max-results=1000"], sandbox.Wire);
        Assert.Equal(["Deployments", "Topics"], all.Select(w => w.Name));
        Assert.Equal([null, "topic-watch"], all.Select(w => w.Key));
        Assert.Equal(("Operations", "room_message", "^/deploy", "none"), (all[0].RoomId, all[0].Events.Single(), all[0].Pattern, all[0].Authentication));
        Assert.Equal("Topics", shell.Run<ChatWebhook>("Get-ChatWebhook -Room Operations -Webhook topic-w*").Single().Name);
        Assert.Equal(2, shell.Run<ChatWebhook>("Get-ChatWebhook -Room Operations -Webhook *bot.example.com*").Count);
        Assert.Equal(2, shell.Run<ChatWebhook>("Set-ChatSession -Room Operations; Get-ChatWebhook").Count);
        Assert.Single(shell.RunClean("Get-ChatWebhook -Room Operations -First 1"));
    }

    [Fact]
    public void Piped_rooms_are_looked_into()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.Equal(2, shell.RunClean("[pscustomobject]@{ RoomId = 'Operations' } | Get-ChatWebhook").Count);
        Assert.Equal(2, shell.RunClean("Get-ChatMessage Operations -First 1 | Get-ChatWebhook").Count);
    }

    [Fact]
    public void GetRoomWebhook_and_the_older_by_id()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        shell.RunClean("$all = Get-ChatWebhook -Room Operations");
        var keyed = shell.Run<ChatWebhook>("Get-ChatWebhook -Room Operations -Webhook topic-watch").Single();
        Assert.Equal("GET /v2/room/Operations/extension/webhook/topic-watch", sandbox.Wire.Last());
        Assert.Equal("Operations", keyed.RoomName);
        Assert.NotNull(keyed.CreatedAt);

        // A piped webhook is read again by its key, or by its id where it has none.
        Assert.Equal(["Deployments", "Topics"], shell.Run<ChatWebhook>("$all | Get-ChatWebhook").Select(w => w.Name));
        Assert.Equal(
            [$"GET /v2/room/Operations/webhook/{shell.RunClean("$all[0].Id").Single()}", "GET /v2/room/Operations/extension/webhook/topic-watch"],
            sandbox.Wire.TakeLast(2));
        var error = shell.Fail("Get-ChatWebhook -Room Operations -Webhook none-such");
        Assert.Equal(("none-such", true), (error.TargetObject, error.FullyQualifiedErrorId.StartsWith("ChatPS.NotFound", StringComparison.Ordinal)));
    }

    [Fact]
    public void CreateRoomWebhook_and_the_older_without_a_key()
    {
        using var shell = ConnectTo("Made hooks");
        var webhook = shell.Run<ChatWebhook>(
            "New-ChatWebhook -Room 'Made hooks' -Url https://bot.example.com/x -Event room_message -Key echo -Name Echo -Pattern '^/echo' -Authentication jwt").Single();
        Assert.Equal(["PUT /v2/room/Made%20hooks/extension/webhook/echo"], sandbox.Wire);
        Assert.Equal("""{"url":"https://bot.example.com/x","event":"room_message","pattern":"^/echo","name":"Echo","authentication":"jwt"}""", Last.Body);
        Assert.Equal(("echo", "Echo", "Made hooks", "^/echo", "jwt", "room_message"),
            (webhook.Key, webhook.Name, webhook.RoomId, webhook.Pattern, webhook.Authentication, webhook.Events.Single()));
        Assert.Equal("echo", webhook.WebhookId);

        webhook = shell.Run<ChatWebhook>("New-ChatWebhook -Room 'Made hooks' -Url https://bot.example.com/old -Event room_enter").Single();
        Assert.Equal("POST /v2/room/Made%20hooks/webhook", sandbox.Wire.Last());
        Assert.Equal("""{"url":"https://bot.example.com/old","event":"room_enter"}""", Last.Body);
        Assert.Equal((null, webhook.Id), (webhook.Key, webhook.WebhookId));
        Assert.True(webhook.Id.All(char.IsAsciiDigit));

        var made = shell.Run<ChatWebhook>("""
            [pscustomobject]@{ Room = 'Made hooks'; Url = 'https://bot.example.com/1'; Event = 'room_exit'; Key = 'one' },
            [pscustomobject]@{ Room = 'Made hooks'; Url = 'https://bot.example.com/2'; Event = 'room_exit'; Key = 'two' } | New-ChatWebhook
            """);
        Assert.Equal(["one", "two"], made.Select(w => w.Key));
        Assert.Equal(4, shell.RunClean("Get-ChatWebhook -Room 'Made hooks'").Count);
    }

    [Fact]
    public void A_change_reads_and_replaces()
    {
        using var shell = ConnectTo("Changed hooks");
        shell.RunClean("$it = New-ChatWebhook -Room 'Changed hooks' -Url https://bot.example.com/x -Event room_message -Key echo -Name Echo -Pattern '^/echo' -Authentication jwt");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$it | Set-ChatWebhook -Url https://bot.example.com/y"));
        const string path = "/v2/room/Changed%20hooks/extension/webhook/echo";
        Assert.Equal(["GET " + path, "PUT " + path], sandbox.Wire);
        Assert.Equal("""{"url":"https://bot.example.com/y","event":"room_message","pattern":"^/echo","name":"Echo","authentication":"jwt"}""", Last.Body);
        var changed = shell.Run<ChatWebhook>(
            "Set-ChatWebhook -Room 'Changed hooks' -Webhook echo -Event room_notification -Pattern $null -Name Other -Authentication none -PassThru").Single();
        Assert.Equal("""{"url":"https://bot.example.com/y","event":"room_notification","name":"Other","authentication":"none"}""", Last.Body);
        Assert.Equal(("Other", null, "room_notification"), (changed.Name, changed.Pattern, changed.Events.Single()));
        Assert.Equal(shell.RunClean("$it.Id").Single().ToString(), changed.Id);

        shell.RunClean("$old = New-ChatWebhook -Room 'Changed hooks' -Url https://bot.example.com/old -Event room_enter");
        var error = shell.Fail("$old | Set-ChatWebhook -Name x");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Key", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("$it | Set-ChatWebhook -Name x -WhatIf; $it | Remove-ChatWebhook -Force -WhatIf; New-ChatWebhook -Room x -Url https://a.example.com -Event room_exit -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void DeleteRoomWebhook_and_the_older_by_id()
    {
        using var shell = ConnectTo("Gone hooks");
        shell.RunClean("""
            $old = New-ChatWebhook -Room 'Gone hooks' -Url https://bot.example.com/old -Event room_enter
            $new = New-ChatWebhook -Room 'Gone hooks' -Url https://bot.example.com/new -Event room_enter -Key new
            """);
        sandbox.Server.ClearRequests();
        shell.RunClean("$old, $new | Remove-ChatWebhook -Force");
        Assert.Equal(
            [$"DELETE /v2/room/Gone%20hooks/webhook/{shell.RunClean("$old.Id").Single()}", "DELETE /v2/room/Gone%20hooks/extension/webhook/new"],
            sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatWebhook -Room 'Gone hooks'"));
        Assert.Equal("none", shell.Fail("Remove-ChatWebhook -Room 'Gone hooks' -Webhook none -Force").TargetObject);
    }

    [Theory]
    [InlineData("Get-ChatWebhook Operations", "NotSupported", "-Room")]
    [InlineData("Get-ChatWebhook -Addon x", "NotSupported", "-Addon")]
    [InlineData("Get-ChatWebhook", "InvalidRequest", "-Room")]
    [InlineData("New-ChatWebhook -Room x -Url https://a.example.com -Event room_enter, room_exit", "InvalidRequest", "one for each")]
    [InlineData("New-ChatWebhook -Room x -Url https://a.example.com -Event room_enter -Level sync", "NotSupported", "-Level")]
    [InlineData("Set-ChatWebhook -Room x -Webhook y -Level sync", "NotSupported", "-Level")]
    [InlineData("Set-ChatWebhook -Room x -Webhook y -Secret $null", "NotSupported", "-Secret")]
    public void What_HipChat_has_no_place_for_is_refused(string script, string reason, string advice)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatWebhook -Room x")]
    [InlineData("New-ChatWebhook a https://a.example.com api:app -Key x")]
    [InlineData("New-ChatWebhook a https://a.example.com api:app -Name x")]
    [InlineData("New-ChatWebhook a https://a.example.com api:app -Pattern x")]
    [InlineData("New-ChatWebhook a https://a.example.com api:app -Authentication jwt")]
    [InlineData("Set-ChatWebhook a b -Pattern $null")]
    [InlineData("Set-ChatWebhook a b -Authentication jwt")]
    [InlineData("Remove-ChatWebhook -Room x -Webhook y -Force")]
    public void What_Heroku_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
