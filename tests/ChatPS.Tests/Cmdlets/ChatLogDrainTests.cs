using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatLogDrainTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void A_drain_is_made_listed_read_and_removed()
    {
        using var shell = sandbox.ConnectWithApps("drained");
        var drains = shell.Run<ChatLogDrain>("'syslog+tls://logs.example.com:514', 'https://logs.example.com/drained' | New-ChatLogDrain drained");
        Assert.Equal(["POST /apps/drained/log-drains", "POST /apps/drained/log-drains"], sandbox.Wire);
        Assert.Equal("""{"url":"https://logs.example.com/drained"}""", Last.Body);
        Assert.Equal(["syslog+tls://logs.example.com:514", "https://logs.example.com/drained"], drains.Select(d => d.Url));
        Assert.All(drains, d => Assert.Equal(("drained", null), (d.AppName, d.AddonId)));
        Assert.StartsWith("d.", new NetworkCredential("", drains[0].Token).Password, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        Assert.Equal(drains.Select(d => d.Id).Order(), shell.Run<ChatLogDrain>("Get-ChatLogDrain drained").Select(d => d.Id));
        Assert.Equal(("GET /apps/drained/log-drains", "id ..; max=200"), (sandbox.Wire.Single(), Last.Header("Range")));
        Assert.Single(shell.Run<ChatLogDrain>("Get-ChatLogDrain drained -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        Assert.Equal(drains[1].Id, shell.Run<ChatLogDrain>("Get-ChatLogDrain drained https://*").Single().Id);

        sandbox.Server.ClearRequests();
        Assert.Equal(drains[0].Id, shell.Run<ChatLogDrain>("[pscustomobject]@{ AppId = 'drained'; LogDrainId = $args[0] } | Get-ChatLogDrain", drains[0].Id).Single().Id);
        Assert.Equal($"GET /apps/drained/log-drains/{drains[0].Id}", sandbox.Wire.Single());
        Assert.Equal(drains[1].Id, shell.Run<ChatLogDrain>("Get-ChatLogDrain drained https://logs.example.com/drained").Single().Id);
        Assert.Equal("GET /apps/drained/log-drains/https%3A%2F%2Flogs.example.com%2Fdrained", sandbox.Wire.Last());

        sandbox.Server.ClearRequests();
        shell.RunClean("Get-ChatLogDrain drained | Remove-ChatLogDrain -WhatIf -Force; New-ChatLogDrain drained https://logs.example.com/no -WhatIf");
        Assert.DoesNotContain(sandbox.Wire, w => !w.StartsWith("GET", StringComparison.Ordinal));
        var error = shell.Fail("$args[0], 'https://nowhere.example.com', $args[1] | Remove-ChatLogDrain drained -Force", drains[0].Id, drains[1].Url);
        Assert.Equal("https://nowhere.example.com", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"DELETE /apps/drained/log-drains/{drains[0].Id}", sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatLogDrain drained"));
    }

    [Fact]
    public void Rows_become_drains_of_their_apps()
    {
        using var shell = sandbox.ConnectWithApps("rows-one", "rows-two");
        var drains = shell.Run<ChatLogDrain>("""
            [pscustomobject]@{ App = 'rows-one'; Url = 'https://logs.example.com/1' }, [pscustomobject]@{ App = 'rows-two'; Url = 'https://logs.example.com/2' } | New-ChatLogDrain
            """);
        Assert.Equal([("rows-one", "https://logs.example.com/1"), ("rows-two", "https://logs.example.com/2")], drains.Select(d => (d.AppName!, d.Url)));
        Assert.Equal(drains.Select(d => d.Id), shell.Run<ChatLogDrain>("'rows-one', 'rows-two' | Get-ChatLogDrain").Select(d => d.Id));
        shell.RunClean("Set-ChatSession -App rows-one; Get-ChatLogDrain | Remove-ChatLogDrain -Force");
        Assert.Equal($"DELETE /apps/{drains[0].AppId}/log-drains/{drains[0].Id}", sandbox.Wire.Last());
    }

    [Fact]
    public void The_drain_of_an_addon_is_changed_by_the_addon()
    {
        using var shell = sandbox.ConnectWithApps("with-addon");
        var addon = Addon(shell, "with-addon");
        shell.RunClean("$null = New-ChatLogDrain with-addon https://logs.example.com/own");
        sandbox.Server.ClearRequests();
        var drain = shell.Run<ChatLogDrain>("Get-ChatLogDrain -Addon $args[0]", addon).Single();
        Assert.Equal([$"GET /addons/{addon}/log-drains"], sandbox.Wire);
        Assert.Equal(("with-addon", addon), (drain.AppName, drain.AddonName));
        Assert.Equal(drain.Id, shell.Run<ChatLogDrain>("Get-ChatLogDrain -Addon $args[0] -LogDrain $args[1]", addon, drain.Id).Single().Id);
        Assert.Equal(drain.Id, shell.Run<ChatLogDrain>("Get-ChatLogDrain -Addon $args[0] -LogDrain *", addon).Single().Id);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatLogDrain -Addon $args[0] -LogDrain nothing", addon).FullyQualifiedErrorId, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatLogDrain>("Get-ChatLogDrain -Addon $args[0] | Set-ChatLogDrain -Url https://logs.example.com/new -PassThru", addon).Single();
        Assert.Equal($"PUT /addons/{drain.AddonId}/log-drains/{drain.Id}", sandbox.Wire.Last());
        Assert.Equal("""{"url":"https://logs.example.com/new"}""", Last.Body);
        Assert.Equal((drain.Id, "https://logs.example.com/new"), (changed.Id, changed.Url));
        Assert.Empty(shell.RunClean("Set-ChatLogDrain $args[0] $args[1] -Url https://logs.example.com/newer", addon, drain.Id));

        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatLogDrain $args[0] $args[1] -Url https://logs.example.com/no -WhatIf", addon, drain.Id);
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("$null = Get-ChatLogDrain with-addon | Set-ChatLogDrain -Url https://logs.example.com/newest");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("https://logs.example.com/own", error.TargetObject);
        Assert.Equal("https://logs.example.com/newest", shell.Run<ChatLogDrain>("Get-ChatLogDrain -Addon $args[0]", addon).Single().Url);
    }

    [Fact]
    public void Passwords_in_addresses_and_tokens_are_told_nobody()
    {
        using var shell = sandbox.ConnectWithApps("confided");
        var token = new NetworkCredential("", shell.Run<ChatLogDrain>("New-ChatLogDrain confided https://shop:pass-4711@logs.example.com/x").Single().Token).Password;
        var spoken = "";
        foreach (var command in new[]
        {
            "New-ChatLogDrain confided https://shop:pass-4711@logs.example.com/y",
            "Get-ChatLogDrain confided https://shop:pass-4711@logs.example.com/y",
            "Remove-ChatLogDrain confided https://shop:pass-4711@logs.example.com/y -Force",
        })
        {
            shell.RunClean(command + " -Verbose");
            spoken += shell.Spoken;
        }
        shell.Run("New-ChatLogDrain confided https://shop:pass-4711@logs.example.com/x; Remove-ChatLogDrain confided https://shop:pass-4711@nowhere.example.com/z -Force; Get-ChatLogDrain confided https://shop:pass-4711@nowhere.example.com/z; $Error | ForEach-Object { \"$_ $($_.TargetObject)\" }");
        Assert.Equal(3, shell.Errors.Count);
        spoken += string.Join('\n', shell.Errors.Select(e => $"{e} {e.TargetObject} {e.ErrorDetails}")) + shell.Spoken;
        Assert.Contains("log-drains", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-4711", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(token, string.Concat(shell.RunClean("Get-ChatLogDrain confided | ForEach-Object { $_.PSObject.Properties.Value | ForEach-Object { \"$_\" }; \"$_\" }")), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_have_no_drains()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var command in new[] { "Get-ChatLogDrain x", "Get-ChatLogDrain -Addon x", "New-ChatLogDrain x https://a.example.com", "Set-ChatLogDrain x y -Url https://a.example.com", "Remove-ChatLogDrain x y -Force" })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    /// <summary>The name of an add-on of the app that has a drain.</summary>
    private static string Addon(Shell shell, string app) =>
        (string)shell.RunClean("(Invoke-ChatOperation AddOnCreate $args[0] -Plan example-logs:free).name", app).Single().BaseObject;
}
