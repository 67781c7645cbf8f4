using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatWebhookTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void A_webhook_is_made_with_what_was_given_and_tells_its_secret_once()
    {
        using var shell = sandbox.ConnectWithApps("hooked");
        var webhook = shell.Run<ChatWebhook>("New-ChatWebhook hooked https://hooks.example.com/deploys api:release, api:build").Single();
        Assert.Equal(["POST /apps/hooked/webhooks"], sandbox.Wire);
        Assert.Equal("""{"include":["api:release","api:build"],"level":"notify","url":"https://hooks.example.com/deploys"}""", Last.Body);
        Assert.Equal(("hooked", null, "https://hooks.example.com/deploys", "notify"), (webhook.AppName, webhook.AddonId, webhook.Url, webhook.Level));
        Assert.Equal(["api:release", "api:build"], webhook.Events);
        Assert.NotEmpty(Reveal(webhook.Secret));
        Assert.Null(shell.Run<ChatWebhook>("Get-ChatWebhook hooked").Single().Secret);

        webhook = shell.Run<ChatWebhook>(
            "New-ChatWebhook hooked https://hooks.example.com/sync -Event api:dyno -Level sync -Secret $args[0] -Authorization $args[1]", Protect("s3cret-s3cret"), Protect("Bearer abcdef")).Single();
        Assert.Equal(
            """{"include":["api:dyno"],"level":"sync","url":"https://hooks.example.com/sync","secret":"s3cret-s3cret","authorization":"Bearer abcdef"}""", Last.Body);
        Assert.Equal(("sync", "s3cret-s3cret"), (webhook.Level, Reveal(webhook.Secret)));
    }

    [Fact]
    public void Webhooks_are_listed_read_and_matched_by_address()
    {
        using var shell = sandbox.ConnectWithApps("listed");
        shell.RunClean("$null = 'https://hooks.example.com/a', 'https://hooks.example.com/b' | New-ChatWebhook listed -Event api:app");
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatWebhook>("Get-ChatWebhook listed");
        Assert.Equal(2, all.Count);
        Assert.Equal(("GET /apps/listed/webhooks", "id ..; max=200"), (sandbox.Wire.Single(), Last.Header("Range")));
        Assert.Single(shell.Run<ChatWebhook>("Get-ChatWebhook listed -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        Assert.Equal("https://hooks.example.com/b", shell.Run<ChatWebhook>("Get-ChatWebhook listed *b").Single().Url);
        Assert.Equal(all[0].Id, shell.Run<ChatWebhook>("Get-ChatWebhook listed $args[0]", all[0].Id).Single().Id);
        Assert.Equal($"GET /apps/listed/webhooks/{all[0].Id}", sandbox.Wire.Last());
        Assert.Equal(all.Select(w => w.Id), shell.Run<ChatWebhook>("Get-ChatApp listed | Get-ChatWebhook | Get-ChatWebhook").Select(w => w.Id));
        Assert.Equal(all.Select(w => w.Id), shell.Run<ChatWebhook>("Set-ChatSession -App listed; Get-ChatWebhook").Select(w => w.Id));
    }

    [Fact]
    public void A_change_sends_what_was_given_and_null_where_null_was_given()
    {
        using var shell = sandbox.ConnectWithApps("changed");
        shell.RunClean("$it = New-ChatWebhook changed https://hooks.example.com/x api:app");
        Assert.Empty(shell.RunClean("$it | Set-ChatWebhook -Level sync"));
        var id = (string)shell.RunClean("$it.Id").Single().BaseObject;
        Assert.StartsWith("PATCH /apps/", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.EndsWith($"/webhooks/{id}", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Equal("""{"level":"sync"}""", Last.Body);
        var webhook = shell.Run<ChatWebhook>("Set-ChatWebhook changed $it.Id -Url https://hooks.example.com/y -Event api:dyno, api:app -Authorization $null -PassThru").Single();
        Assert.Equal("""{"include":["api:dyno","api:app"],"url":"https://hooks.example.com/y","authorization":null}""", Last.Body);
        Assert.Equal(("https://hooks.example.com/y", "sync", 2), (webhook.Url, webhook.Level, webhook.Events.Count));
        Assert.Null(webhook.Secret);
        webhook = shell.Run<ChatWebhook>("$it | Set-ChatWebhook -Secret $null -PassThru").Single();
        Assert.Equal("""{"secret":null}""", Last.Body);
        Assert.NotEmpty(Reveal(webhook.Secret));
        Assert.Equal("other-secret", Reveal(shell.Run<ChatWebhook>("$it | Set-ChatWebhook -Secret $args[0] -PassThru", Protect("other-secret")).Single().Secret));

        sandbox.Server.ClearRequests();
        shell.RunClean("$it | Set-ChatWebhook -Level notify -WhatIf; $it | Remove-ChatWebhook -WhatIf -Force; New-ChatWebhook changed https://hooks.example.com/z api:app -WhatIf");
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("$it | Set-ChatWebhook").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Rows_become_webhooks_and_one_that_fails_leaves_the_others()
    {
        using var shell = sandbox.ConnectWithApps("row-app");
        var made = shell.Run("""
            [pscustomobject]@{ App = 'row-app'; Url = 'https://hooks.example.com/1'; Event = 'api:app'; Level = 'sync' },
            [pscustomobject]@{ App = 'no-app'; Url = 'https://hooks.example.com/2'; Event = 'api:app' },
            [pscustomobject]@{ App = 'row-app'; Url = 'https://hooks.example.com/3'; Event = 'api:build' } | New-ChatWebhook
            """).Select(w => (ChatWebhook)w.BaseObject).ToArray();
        Assert.Equal([("https://hooks.example.com/1", "sync"), ("https://hooks.example.com/3", "notify")], made.Select(w => (w.Url, w.Level!)));
        Assert.Equal("https://hooks.example.com/2", Assert.Single(shell.Errors).TargetObject);

        var error = shell.Fail("$all = Get-ChatWebhook row-app; $all[0].Id, 'nothing', $all[1].Id | Remove-ChatWebhook row-app -Force");
        Assert.Equal("nothing", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("DELETE /apps/row-app/webhooks/", StringComparison.Ordinal)));
        Assert.Empty(shell.RunClean("Get-ChatWebhook row-app"));
    }

    [Fact]
    public void Addons_have_webhooks_of_their_own()
    {
        using var shell = sandbox.ConnectWithApps("addon-app");
        var addon = (string)shell.RunClean("(Invoke-ChatOperation AddOnCreate addon-app -Plan example-logs:free).name").Single().BaseObject;
        sandbox.Server.ClearRequests();
        var webhook = shell.Run<ChatWebhook>("New-ChatWebhook -Addon $args[0] -Url https://hooks.example.com/addon -Event api:addon", addon).Single();
        Assert.Equal((addon, null), (webhook.AddonName, webhook.AppId));
        Assert.Equal(webhook.Id, shell.Run<ChatWebhook>("Get-ChatWebhook -Addon $args[0]", addon).Single().Id);
        Assert.Equal(webhook.Id, shell.Run<ChatWebhook>("[pscustomobject]@{ AppId = 'addon-app'; AddonId = $args[0] } | Get-ChatWebhook -Webhook $args[1]", addon, webhook.Id).Single().Id);
        Assert.Empty(shell.RunClean("Get-ChatWebhook addon-app"));
        shell.RunClean("Get-ChatWebhook -Addon $args[0] | Set-ChatWebhook -Level sync", addon);
        shell.RunClean("Get-ChatWebhook -Addon $args[0] | Remove-ChatWebhook -Force", addon);
        Assert.Equal(
            [
                $"POST /addons/{addon}/webhooks", $"GET /addons/{addon}/webhooks", $"GET /addons/{addon}/webhooks/{webhook.Id}", "GET /apps/addon-app/webhooks",
                $"GET /addons/{addon}/webhooks", $"PATCH /addons/{webhook.AddonId}/webhooks/{webhook.Id}",
                $"GET /addons/{addon}/webhooks", $"DELETE /addons/{webhook.AddonId}/webhooks/{webhook.Id}",
            ],
            sandbox.Wire);
    }

    [Fact]
    public void Secrets_are_told_nobody()
    {
        using var shell = sandbox.ConnectWithApps("discreet");
        shell.RunClean(
            "$it = New-ChatWebhook discreet https://me:pass-4711@hooks.example.com/x api:app -Secret $args[0] -Authorization $args[1] -Verbose", Protect("s3cret-s3cret"), Protect("Bearer abcdef"));
        var spoken = shell.Spoken;
        shell.RunClean("$it | Set-ChatWebhook -Secret $args[0] -Verbose; \"$it\"; $it.PSObject.Properties | ForEach-Object { \"$($_.Value)\" }", Protect("n3w-s3cret"));
        spoken += shell.Spoken + string.Concat(shell.RunClean("\"$it\"")) + string.Concat(shell.RunClean("$it.Secret | ForEach-Object { \"$_\" }"));
        Assert.Contains("webhooks", spoken, StringComparison.Ordinal);
        foreach (var secret in new[] { "s3cret-s3cret", "n3w-s3cret", "abcdef", "pass-4711" })
            Assert.DoesNotContain(secret, spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_have_no_webhooks_yet_and_say_who_does()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var command in new[] { "Get-ChatWebhook x", "New-ChatWebhook x https://a.example.com api:app", "Set-ChatWebhook x y -Level sync", "Remove-ChatWebhook x y -Force" })
        {
            var error = shell.Fail(command);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Heroku", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        Assert.Empty(sandbox.Wire);
    }

    private static System.Security.SecureString Protect(string secret) => SandboxFixture.Protect(secret);

    private static string Reveal(System.Security.SecureString? secret) => new NetworkCredential("", secret).Password;
}
