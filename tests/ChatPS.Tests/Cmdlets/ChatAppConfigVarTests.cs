using System.Collections;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppConfigVarTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Sent => sandbox.Server.Requests[^1];

    private JsonNode Body => JsonNode.Parse(Sent.Body)!;

    [Fact]
    public void ConfigVarInfo_gets_the_variables_of_an_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var variables = shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar backend");
        Assert.Equal(["GET /apps/backend/config-vars"], sandbox.Wire);
        Assert.Equal("application/vnd.heroku+json; version=3", Sent.Header("Accept"));
        Assert.Null(Sent.Header("Range"));
        Assert.Equal(["LANG", "LOG_LEVEL", "SECRET_KEY_BASE", "WEB_CONCURRENCY"], variables.Select(v => v.Name));
        Assert.Equal("en_US.UTF-8", variables[0].Value);
        Assert.All(variables, v => Assert.Equal(("backend", ChatPlatform.Heroku), (v.AppId, v.Platform)));
    }

    [Fact]
    public void Names_and_patterns_cost_one_request_and_a_missing_one_is_an_error_of_its_own()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var found = shell.Run("Get-ChatAppConfigVar backend web_concurrency, NOPE, L*");
        Assert.Equal(["LANG", "LOG_LEVEL", "WEB_CONCURRENCY"], found.Select(v => ((ChatAppConfigVar)v.BaseObject).Name));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("NOPE", error.TargetObject);
        Assert.Single(sandbox.Wire);
        Assert.Equal(["LOG_LEVEL"], shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar backend -First 1 -Skip 1").Select(v => v.Name));
        Assert.Equal(4UL, shell.RunClean("Get-ChatAppConfigVar backend -First 1 -IncludeTotalCount")[0].BaseObject);
        Assert.Single(shell.RunClean("Get-ChatAppConfigVar backend L* | Get-ChatAppConfigVar | ForEach-Object Name | Where-Object { $_ -eq 'LANG' }"));
    }

    [Fact]
    public void A_hashtable_has_the_values_by_name()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var table = shell.Run<Hashtable>("Get-ChatAppConfigVar backend, data L* -AsHashtable");
        Assert.Equal(2, table.Count);
        Assert.All(table, t => Assert.Equal(["LANG", "LOG_LEVEL"], t.Keys.Cast<string>().Order()));
        Assert.Equal("en_US.UTF-8", table[0]["LANG"]);
    }

    [Fact]
    public void An_earlier_release_had_its_own_variables()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppConfigVar docs LATER yes");
        Assert.DoesNotContain("LATER", shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar docs -Release v2").Select(v => v.Name));
        Assert.Equal("GET /apps/docs/releases/2/config-vars", sandbox.Wire.Last());

        var current = shell.Run<ChatAppRelease>("Get-ChatAppRelease docs -Current").Single();
        Assert.Equal("yes", shell.Run<ChatAppConfigVar>("$args[0] | Get-ChatAppConfigVar -ConfigVar LATER", current).Single().Value);
        Assert.Equal($"GET /apps/{current.AppId}/releases/{current.Id}/config-vars", sandbox.Wire.Last());
    }

    [Fact]
    public void Every_app_that_is_piped_gives_its_variables()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var apps = shell.Run<ChatApp>("Get-ChatApp");
        sandbox.Server.ClearRequests();
        var variables = shell.Run<ChatAppConfigVar>("Get-ChatApp | Get-ChatAppConfigVar -ConfigVar LANG");
        Assert.Equal(apps.Select(a => a.Id), variables.Select(v => v.AppId));
        Assert.Equal(apps.Select(a => $"GET /apps/{a.Id}/config-vars").Prepend("GET /apps"), sandbox.Wire);
    }

    [Fact]
    public void ConfigVarUpdate_sets_and_unsets_what_a_hashtable_says()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var set = shell.Run<ChatAppConfigVar>("Set-ChatAppConfigVar -App billing @{ A = '1'; LOG_LEVEL = $null } -PassThru");
        Assert.Equal(["PATCH /apps/billing/config-vars"], sandbox.Wire);
        Assert.Equal("application/vnd.heroku+json; version=3", Sent.Header("Accept"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"A":"1","LOG_LEVEL":null}"""), Body));
        Assert.Equal(("A", "1"), (set.Single().Name, set.Single().Value));
        Assert.Equal(["A", "LANG", "SECRET_KEY_BASE", "WEB_CONCURRENCY"], shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar billing").Select(v => v.Name));
        Assert.Empty(shell.RunClean("Set-ChatAppConfigVar billing A 2"));
        Assert.Empty(shell.RunClean("Set-ChatAppConfigVar billing A $null"));
        Assert.Equal("""{"A":null}""", Sent.Body);
    }

    [Fact]
    public void Values_may_be_numbers_and_secrets_and_nothing_else()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("""
            Set-ChatAppConfigVar builds @{ TEXT = 'x'; NUMBER = 1.5; FLAG = $true; SITE = [uri]'https://example.com/a%20b'; SECRET = $args[0]; BLANK = $args[1]; NONE = '' }
            """, SandboxFixture.Protect("hush-hush"), new System.Security.SecureString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """{"TEXT":"x","NUMBER":"1.5","FLAG":"true","SITE":"https://example.com/a%20b","SECRET":"hush-hush","BLANK":"","NONE":""}"""), Body));
        sandbox.Server.ClearRequests();
        var error = shell.Fail("Set-ChatAppConfigVar builds @{ GOOD = 1; BAD = @(1, 2) }");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("BAD", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Rows_are_gathered_into_one_change_for_each_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var set = shell.Run<ChatAppConfigVar>("""
            [pscustomobject]@{ App = 'capacity'; Name = 'A'; Value = 'one' },
            [pscustomobject]@{ App = 'deploys'; Name = 'A'; Value = 'two' },
            [pscustomobject]@{ App = 'capacity'; Name = 'B'; Value = 3 },
            [pscustomobject]@{ App = 'capacity'; Name = 'A'; Value = 'last' },
            [pscustomobject]@{ App = 'deploys'; Name = 'WEB_CONCURRENCY'; Value = $null } | Set-ChatAppConfigVar -PassThru
            """);
        Assert.Equal(["PATCH /apps/capacity/config-vars", "PATCH /apps/deploys/config-vars"], sandbox.Wire);
        Assert.Equal(["""{"A":"last","B":"3"}""", """{"A":"two","WEB_CONCURRENCY":null}"""], sandbox.Server.Requests.Select(r => r.Body));
        Assert.Equal([("capacity", "A", "last"), ("capacity", "B", "3"), ("deploys", "A", "two")], set.Select(v => (v.AppId, v.Name, v.Value!)));
    }

    [Fact]
    public void One_apps_variables_can_be_given_to_another()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Get-ChatAppConfigVar backend LANG, WEB_* | Set-ChatAppConfigVar -App edge");
        Assert.Equal("PATCH /apps/edge/config-vars", sandbox.Wire.Last());
        Assert.Equal("""{"LANG":"en_US.UTF-8","WEB_CONCURRENCY":"2"}""", Sent.Body);
    }

    [Fact]
    public void An_app_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var set = shell.Run("'design', 'no-such-app', 'finance' | ForEach-Object { [pscustomobject]@{ App = $_; Name = 'A'; Value = 1 } } | Set-ChatAppConfigVar -PassThru");
        Assert.Equal(["design", "finance"], set.Select(v => ((ChatAppConfigVar)v.BaseObject).AppId));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("no-such-app", error.TargetObject);
    }

    [Fact]
    public void Removing_takes_one_request_for_each_app_and_no_patterns()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppConfigVar frontend @{ OLD_A = 1; OLD_B = 2 }; Set-ChatAppConfigVar growth OLD_A 1");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("'frontend', 'growth' | Get-ChatAppConfigVar -ConfigVar OLD_* | Remove-ChatAppConfigVar -Force"));
        Assert.Equal(["PATCH /apps/frontend/config-vars", "PATCH /apps/growth/config-vars"], sandbox.Wire.TakeLast(2));
        Assert.Equal(["""{"OLD_A":null,"OLD_B":null}""", """{"OLD_A":null}"""], sandbox.Server.Requests.TakeLast(2).Select(r => r.Body));

        shell.Run("'OLD_C', 'WEB_*' | Remove-ChatAppConfigVar -App frontend -Confirm:$false");
        Assert.StartsWith("ChatPS.InvalidRequest", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("""{"OLD_C":null}""", Sent.Body);
    }

    [Fact]
    public void An_app_that_is_named_is_meant_whatever_the_object_came_from()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Get-ChatAppConfigVar hiring LOG_LEVEL | Remove-ChatAppConfigVar -App kernel -Force");
        Assert.Equal("PATCH /apps/kernel/config-vars", sandbox.Wire.Last());
    }

    [Fact]
    public void The_sessions_app_is_used_when_none_is_named()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatSession -App incidents; Get-ChatAppConfigVar | Out-Null; Set-ChatAppConfigVar -ConfigVar @{ A = 1 }; Remove-ChatAppConfigVar -ConfigVar A -Force");
        Assert.Equal(["GET /apps/incidents/config-vars", "PATCH /apps/incidents/config-vars", "PATCH /apps/incidents/config-vars"], sandbox.Wire);
    }

    [Theory]
    [InlineData("Set-ChatAppConfigVar backend @{ A = 1 }")]
    [InlineData("Set-ChatAppConfigVar backend A 1")]
    [InlineData("Remove-ChatAppConfigVar backend LANG -Force")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppConfigVar x")]
    [InlineData("Set-ChatAppConfigVar x A 1")]
    [InlineData("Remove-ChatAppConfigVar x A -Force")]
    public void What_a_platform_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Values_are_not_spoken_of()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var read = shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar backend SECRET_KEY_BASE").Single().Value!;
        const string Written = "written-and-never-seen";
        shell.Run("""
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $args | ForEach-Object { Set-ChatAppConfigVar infra SOME $_; Get-ChatApp $_; Invoke-ChatRequest GET "/apps/$_" }
            Set-ChatAppConfigVar no-such-app SOME $args[0]
            """, Written, read);
        Assert.Contains("PATCH ", shell.Spoken, StringComparison.Ordinal);
        Assert.Contains("/apps/***", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(read, shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void No_view_shows_values()
    {
        var views = XDocument.Load(Path.Combine(StagedModule.Folder, "Formats", "ChatPS.format.ps1xml")).Descendants("View")
            .Where(v => v.Element("Name")!.Value == nameof(ChatAppConfigVar)).ToArray();
        Assert.Equal(2, views.Length);
        Assert.All(views, v => Assert.DoesNotContain("Value", v.Descendants("PropertyName").Select(p => p.Value)));
        using var shell = sandbox.Connect(sandbox.Heroku);
        var shown = shell.RunClean("(Get-ChatAppConfigVar backend LANG).PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames");
        Assert.Equal(["AppId", "Name"], shown.Select(n => n.ToString()));
    }
}
