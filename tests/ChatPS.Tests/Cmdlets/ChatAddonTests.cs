using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAddonTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    // ---- The methods of the old client -----------------------------------------------------------------------------------

    [Fact]
    public void AddonCreate()
    {
        using var shell = sandbox.ConnectWithApps("addon-create");
        var addon = shell.Run<ChatAddon>(
            "New-ChatAddon addon-create heroku-redis:mini -Name created-redis -Attachment CACHE -Config @{ version = 7; tls = $true } -ConfirmApp addon-create").Single();
        Assert.Equal(["POST /apps/addon-create/addons"], sandbox.Wire);
        var body = System.Text.Json.Nodes.JsonNode.Parse(Last.Body)!;
        Assert.Equal(["attachment", "config", "confirm", "name", "plan"], body.AsObject().Select(m => m.Key).Order());
        Assert.Equal(("heroku-redis:mini", "created-redis", "CACHE", "addon-create"),
            ((string)body["plan"]!, (string)body["name"]!, (string)body["attachment"]!["name"]!, (string)body["confirm"]!));
        Assert.Equal(("7", "true"), ((string)body["config"]!["version"]!, (string)body["config"]!["tls"]!));

        Assert.Equal(("created-redis", "heroku-redis", "heroku-redis:mini", "provisioned"), (addon.Name, addon.Service, addon.Plan, addon.State));
        Assert.Equal(["CACHE_URL"], addon.ConfigVars);
        Assert.Equal(("addon-create", "app"), (addon.AppName, addon.BilledToKind));
        Assert.Equal((300, "month"), (addon.PriceCents, addon.PriceUnit));
        Assert.Equal(ChatPlatform.Heroku, addon.Platform);

        Assert.NotEmpty(shell.Run<ChatAddon>("New-ChatAddon addon-create scheduler").Single().Name);
        Assert.Equal("""{"plan":"scheduler"}""", Last.Body);
    }

    [Fact]
    public void AddonDelete()
    {
        using var shell = sandbox.ConnectWithApps("addon-delete");
        shell.RunClean("$null = New-ChatAddon addon-delete scheduler -Name deleted-clock");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Remove-ChatAddon addon-delete deleted-clock -Confirm:$false"));
        Assert.Equal(["DELETE /apps/addon-delete/addons/deleted-clock"], sandbox.Wire);
        Assert.Empty(shell.Run<ChatAddon>("Get-ChatAddon addon-delete"));
    }

    [Fact]
    public void AddonInfo()
    {
        using var shell = sandbox.ConnectWithApps("addon-info");
        var made = shell.Run<ChatAddon>("New-ChatAddon addon-info scheduler -Name known-clock").Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(made.Id, shell.Run<ChatAddon>("Get-ChatAddon addon-info known-clock").Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatAddon>("Get-ChatAddon -Addon known-clock").Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatAddon>("$args[0] | Get-ChatAddon", made).Single().Id);
        Assert.Equal(["GET /apps/addon-info/addons/known-clock", "GET /addons/known-clock", $"GET /apps/{made.AppId}/addons/{made.Id}"], sandbox.Wire);
    }

    [Fact]
    public void AddonList()
    {
        using var shell = sandbox.ConnectWithApps("addon-list");
        shell.RunClean("$null = 'scheduler', 'heroku-redis:mini', 'example-logs' | New-ChatAddon addon-list");
        sandbox.Server.ClearRequests();
        var addons = shell.Run<ChatAddon>("Get-ChatAddon addon-list -SortBy name -Descending");
        Assert.Equal(["GET /apps/addon-list/addons"], sandbox.Wire);
        Assert.Equal("name ..; max=200, order=desc", Last.Header("Range"));
        Assert.Equal(["example-logs", "heroku-redis", "scheduler"], addons.Select(a => a.Service!).Order());
        Assert.Equal(addons.Select(a => a.Name).OrderDescending(StringComparer.Ordinal), addons.Select(a => a.Name));

        Assert.Equal(["heroku-redis"], shell.Run<ChatAddon>("Get-ChatAddon addon-list redis-*").Select(a => a.Service));
        Assert.Single(shell.Run<ChatAddon>("Get-ChatAddon addon-list -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
    }

    [Fact]
    public void AddonUpdate()
    {
        using var shell = sandbox.ConnectWithApps("addon-update");
        var made = shell.Run<ChatAddon>("New-ChatAddon addon-update heroku-redis:mini -Name old-redis").Single();
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatAddon addon-update old-redis -Plan heroku-redis:premium-0"));
        Assert.Equal(["PATCH /apps/addon-update/addons/old-redis"], sandbox.Wire);
        Assert.Equal("""{"plan":"heroku-redis:premium-0"}""", Last.Body);

        // The API wants the plan named, also where only the name is to change.
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatAddon>("$args[0] | Set-ChatAddon -Name new-redis -PassThru", made).Single();
        Assert.Equal([$"GET /apps/{made.AppId}/addons/{made.Id}", $"PATCH /apps/{made.AppId}/addons/{made.Id}"], sandbox.Wire);
        Assert.Equal($$"""{"name":"new-redis","plan":"{{changed.PlanId}}"}""", Last.Body);
        Assert.Equal(("new-redis", "heroku-redis:premium-0"), (changed.Name, changed.Plan));

        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatAddon addon-update new-redis").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatAddon addon-update new-redis -Plan scheduler:standard").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    // ---- Whose add-ons -----------------------------------------------------------------------------------------------------

    [Fact]
    public void Without_an_app_all_that_the_account_sees_come()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var addons = shell.Run<ChatAddon>("Get-ChatAddon");
        Assert.Equal(["GET /addons"], sandbox.Wire);
        Assert.True(addons.Select(a => a.AppId).Distinct().Count() > 1);

        sandbox.Server.ClearRequests();
        Assert.All(shell.Run<ChatAddon>("Get-ChatAddon -Team ops"), a => Assert.Equal(("ops", "team"), (a.BilledTo, a.BilledToKind)));
        Assert.NotEmpty(shell.Run<ChatAddon>("Get-ChatAddon -Me"));
        Assert.NotEmpty(shell.Run<ChatAddon>("Get-ChatAddon -User $args[0]", sandbox.Heroku.Admin.Email));
        Assert.Equal(
            ["GET /teams/ops/addons", "GET /users/~/addons", $"GET /users/{Uri.EscapeDataString(sandbox.Heroku.Admin.Email)}/addons"], sandbox.Wire);
    }

    [Fact]
    public void The_session_falls_back_to_its_app_or_its_team()
    {
        using var shell = sandbox.ConnectWithApps("addon-default");
        shell.RunClean("Set-ChatSession -App addon-default; $null = New-ChatAddon -Plan scheduler -Name default-clock");
        Assert.Equal("default-clock", shell.Run<ChatAddon>("Get-ChatAddon").Single().Name);
        shell.RunClean("Set-ChatAddon -Addon default-clock -Name default-timer; Remove-ChatAddon -Addon default-timer -Force");
        Assert.All(sandbox.Wire, line => Assert.Contains(" /apps/addon-default/addons", line, StringComparison.Ordinal));

        sandbox.Server.ClearRequests();
        using var team = sandbox.Connect(sandbox.Heroku);
        team.RunClean("Set-ChatSession -Team ops; Get-ChatAddon; Get-ChatAddon -Me");
        Assert.Equal(["GET /teams/ops/addons", "GET /users/~/addons"], sandbox.Wire);
    }

    [Fact]
    public void Apps_are_piped_by_object_by_property_and_by_name()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatAddon>("Get-ChatAddon -First 1").Single();
        foreach (var input in new[] { "Get-ChatApp $args[0]", "[pscustomobject]@{ AppId = $args[0] }", "$args[0]" })
        {
            sandbox.Server.ClearRequests();
            Assert.Contains(shell.Run<ChatAddon>(input + " | Get-ChatAddon", app.AppId), a => a.Id == app.Id);
            Assert.Equal($"GET /apps/{app.AppId}/addons", sandbox.Wire.Last());
        }
    }

    [Fact]
    public void No_app_at_all_is_an_error_before_any_request()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail("New-ChatAddon -Plan scheduler");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-App", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // ---- Pipelines ---------------------------------------------------------------------------------------------------------

    [Fact]
    public void A_plan_from_the_pipeline_keeps_its_name_to_itself()
    {
        using var shell = sandbox.ConnectWithApps("addon-plan");
        var addon = shell.Run<ChatAddon>("Get-ChatAddonPlan heroku-redis mini | New-ChatAddon addon-plan").Single();
        Assert.Equal("heroku-redis:mini", addon.Plan);
        Assert.Equal($$"""{"plan":"{{addon.PlanId}}"}""", Last.Body);
    }

    [Fact]
    public void Rows_of_a_table_become_addons()
    {
        using var shell = sandbox.ConnectWithApps("addon-rows");
        var addons = shell.Run<ChatAddon>("""
            [pscustomobject]@{ App = 'addon-rows'; Plan = 'scheduler'; Name = 'row-clock'; Attachment = '' },
            [pscustomobject]@{ App = 'addon-rows'; Plan = 'heroku-redis:mini'; Name = ''; Attachment = 'QUEUE' } | New-ChatAddon
            """);
        Assert.Equal(["""{"plan":"scheduler","name":"row-clock"}""", """{"plan":"heroku-redis:mini","attachment":{"name":"QUEUE"}}"""],
            sandbox.Server.Requests.Select(r => r.Body));
        Assert.Equal(["QUEUE_URL"], addons[1].ConfigVars);
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done_and_WhatIf_sends_nothing()
    {
        using var shell = sandbox.ConnectWithApps("addon-some");
        shell.RunClean("$null = 'scheduler', 'example-logs' | New-ChatAddon addon-some");
        shell.RunClean("$null = New-ChatAddon addon-some heroku-redis -Name some-redis");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean(
            "New-ChatAddon addon-some scheduler -WhatIf; Set-ChatAddon addon-some some-redis -Name x -WhatIf; Remove-ChatAddon addon-some some-redis -Force -WhatIf"));
        Assert.Empty(sandbox.Wire);

        var names = shell.Run<ChatAddon>("Get-ChatAddon addon-some").Select(a => a.Name).ToArray();
        var error = shell.Fail("$args[0], 'no-such-addon', $args[1] | Remove-ChatAddon addon-some -Force -ThrottleLimit 3", names[0], names[1]);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("no-such-addon", error.TargetObject);
        Assert.Equal([names[2]], shell.Run<ChatAddon>("Get-ChatAddon addon-some").Select(a => a.Name));

        error = shell.Fail("'scheduler', 'no-such-plan', 'example-logs' | New-ChatAddon addon-some");
        Assert.Equal("no-such-plan", error.TargetObject);
        Assert.Equal(3, shell.Run<ChatAddon>("Get-ChatAddon addon-some").Count);
    }

    [Theory]
    [InlineData("Get-ChatAddon")]
    [InlineData("New-ChatAddon x y")]
    [InlineData("Set-ChatAddon x y -Name z")]
    [InlineData("Remove-ChatAddon x y -Force")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_secret_among_the_options_is_kept_out_of_what_is_shown()
    {
        // A server that repeats what it was sent.
        using var server = new ScriptedServer(r => r.Target == "/account"
            ? new("""{"id":"x","email":"x@example.com"}""")
            : new($$"""{"id":"invalid_params","message":{{System.Text.Json.JsonSerializer.Serialize(r.Body)}}}""", 422));
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect("a-token-for-the-test"));
        var error = shell.Fail(
            "$VerbosePreference = $DebugPreference = 'Continue'; New-ChatAddon x y -Config @{ fork = $args[0]; api_key = 'canary+of/plain' }",
            SandboxFixture.Protect("canary+of \"secure\" text"));
        Assert.Contains("canary+of/plain", server.Requests.Last().Body.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", string.Join('\n', error, error.Exception, error.ErrorDetails, shell.Spoken), StringComparison.Ordinal);
    }
}
