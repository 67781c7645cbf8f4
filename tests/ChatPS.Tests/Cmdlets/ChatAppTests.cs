using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void Every_request_says_version_and_id()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("Get-ChatApp -First 1").Single();
        shell.RunClean("Get-ChatApp $args[0]", app.Name);
        Assert.All(sandbox.Server.Requests, r =>
        {
            Assert.Equal("application/vnd.heroku+json; version=3", r.Header("Accept"));
            Assert.StartsWith("Bearer ", r.Header("Authorization"), StringComparison.Ordinal);
            Assert.True(Guid.TryParse(r.Header("Request-Id"), out _));
        });
        Assert.Equal(2, sandbox.Server.Requests.Select(r => r.Header("Request-Id")).Distinct().Count());
    }

    [Fact]
    public void First_is_sized_into_the_one_request_it_takes()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Equal(3, shell.Run<ChatApp>("Get-ChatApp -First 3").Count);
        Assert.Equal(["GET /apps"], sandbox.Wire);
        Assert.Equal("id ..; max=3", Last.Header("Range"));
    }

    [Fact]
    public async Task A_thousand_apps_take_five_requests()
    {
        await using var large = SandboxServer.Start(new SandboxOptions { Size = SandboxSize.Large, Platforms = ["Heroku"] });
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", large["Heroku"].BaseUri, SandboxFixture.Protect(large["Heroku"].Admin.Token));
        large.ClearRequests();
        var apps = shell.Run<ChatApp>("Get-ChatApp");
        Assert.Equal(1000, apps.Count);
        Assert.Equal(1000, apps.Select(a => a.Id).Distinct().Count());
        Assert.Equal(Enumerable.Repeat("GET /apps", 5), large.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.All(large.Requests, r => Assert.Contains("max=200", r.Header("Range"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_server_sorts()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var names = shell.Run<ChatApp>("Get-ChatApp -SortBy name -Descending").Select(a => a.Name).ToArray();
        Assert.Equal(names.OrderDescending(StringComparer.Ordinal), names);
        Assert.Equal("name ..; max=200, order=desc", Last.Header("Range"));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatApp -SortBy nonsense").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_properties_and_objects_name_apps()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("New-ChatApp pattern-test-app").Single();
        Assert.Equal(app.Id, shell.Run<ChatApp>("Get-ChatApp pattern-t*app").Single().Id);
        Assert.Equal(app.Id, shell.Run<ChatApp>("[pscustomobject]@{ AppId = $args[0] } | Get-ChatApp", app.Id).Single().Id);
        Assert.Equal($"GET /apps/{app.Id}", sandbox.Wire.Last());
        Assert.Equal(app.Id, shell.Run<ChatApp>("Get-ChatApp pattern-test-app | Get-ChatApp").Single().Id);
    }

    [Fact]
    public void An_app_is_created_with_what_was_given_and_nothing_else()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("New-ChatApp made-of-wishes -Region eu -Stack heroku-24").Single();
        Assert.Equal("POST /apps", sandbox.Wire.Last());
        Assert.Equal("""{"name":"made-of-wishes","region":"eu","stack":"heroku-24"}""", Last.Body);
        Assert.Equal(("made-of-wishes", "eu", "heroku-24", false), (app.Name, app.Region, app.Stack, app.Maintenance));
        Assert.Equal(sandbox.Heroku.Admin.Email, app.Owner);

        Assert.NotEmpty(shell.Run<ChatApp>("New-ChatApp").Single().Name);
        Assert.Equal("", Last.Body.Trim('{', '}'));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatApp made-of-wishes").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_of_the_server_is_a_warning_of_the_shell()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = New-ChatApp on-old-ground -Stack heroku-20 -WarningVariable said; $said.Count");
        Assert.Contains("heroku-20", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_go_to_the_operations_they_belong_to()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = New-ChatApp change-me");
        sandbox.Server.ClearRequests();
        var app = shell.Run<ChatApp>("Set-ChatApp change-me -Name changed -Maintenance -PassThru").Single();
        Assert.Equal(["PATCH /apps/change-me"], sandbox.Wire);
        Assert.Equal("""{"name":"changed","maintenance":true}""", Last.Body);
        Assert.Equal(("changed", true), (app.Name, app.Maintenance));

        sandbox.Server.ClearRequests();
        app = shell.Run<ChatApp>("Set-ChatApp changed -Maintenance:$false -ManagedCertificates -PassThru").Single();
        Assert.Equal(["PATCH /apps/changed", $"POST /apps/{app.Id}/acm"], sandbox.Wire);
        Assert.Equal((false, true), (app.Maintenance, app.ManagedCertificates));

        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatApp changed -RefreshCertificates; Set-ChatApp changed -ManagedCertificates:$false");
        Assert.Equal(["PATCH /apps/changed/acm", "DELETE /apps/changed/acm"], sandbox.Wire);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatApp changed").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done_and_whatif_sends_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = 'row-one', 'row-two', 'row-three' | New-ChatApp");
        sandbox.Server.ClearRequests();
        shell.RunClean("'row-one' | Set-ChatApp -Maintenance -WhatIf; Remove-ChatApp row-one -WhatIf -Force; New-ChatApp row-four -WhatIf");
        Assert.Empty(sandbox.Wire);

        var error = shell.Fail("'row-one', 'no-such-app', 'row-three' | Remove-ChatApp -Force -ThrottleLimit 3");
        Assert.Equal("no-such-app", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["row-two"], shell.Run<ChatApp>("Get-ChatApp row-*").Select(a => a.Name));
    }

    [Fact]
    public void Csv_rows_become_apps()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var apps = shell.Run<ChatApp>("[pscustomobject]@{ Name = 'csv-one'; Region = 'us' }, [pscustomobject]@{ Name = 'csv-two'; Region = 'eu' } | New-ChatApp");
        Assert.Equal([("csv-one", "us"), ("csv-two", "eu")], apps.Select(a => (a.Name, a.Region)));
    }

    [Fact]
    public void Maintenance_of_a_team_ends_in_one_line()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("'ops-one', 'ops-two' | New-ChatApp -Team ops | Set-ChatApp -Maintenance");
        var before = shell.Run<ChatApp>("Get-ChatApp -Team ops | Where-Object Maintenance").Select(a => a.Name).ToArray();
        Assert.Contains("ops-one", before);
        var ended = shell.Run<ChatApp>("Get-ChatApp -Team ops | Where-Object Maintenance | Set-ChatApp -Maintenance:$false -PassThru");
        Assert.Equal(before, ended.Select(a => a.Name));
        Assert.All(ended, a => Assert.False(a.Maintenance));
        Assert.Empty(shell.RunClean("Get-ChatApp -Team ops | Where-Object Maintenance"));
    }

    [Fact]
    public void The_live_figure_of_the_rate_limit_costs_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Get-ChatRateLimit");
        Assert.Equal(["GET /account/rate-limits"], sandbox.Wire);
        Assert.True((bool)shell.RunClean("Test-ChatService").Single().BaseObject);
        Assert.Equal("GET /account/rate-limits", sandbox.Wire.Last());
    }

    [Fact]
    public void Other_platforms_have_no_apps_and_say_who_does()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Get-ChatApp");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Heroku", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
