using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatFeatureTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Sent => sandbox.Server.Requests[^1];

    [Fact]
    public void AppFeatureList_gets_what_there_is_for_an_app()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var features = shell.Run<ChatAppFeature>("Get-ChatAppFeature backend -SortBy name");
        Assert.Equal(["GET /apps/backend/features"], sandbox.Wire);
        Assert.Equal(("name ..; max=200", "application/vnd.heroku+json; version=3"), (Sent.Header("Range"), Sent.Header("Accept")));
        Assert.Equal(["http-session-affinity", "log-runtime-metrics", "preboot", "runtime-dyno-metadata"], features.Select(f => f.Name));
        var metadata = features[^1];
        Assert.Equal(("backend", true, "general", "Dyno metadata"), (metadata.AppId, metadata.Enabled, metadata.State, metadata.DisplayName));
        Assert.NotNull(metadata.Description);
        Assert.NotNull(metadata.DocumentationUrl);
        Assert.NotNull(metadata.FeedbackEmail);
        Assert.NotNull(metadata.UpdatedAt);
    }

    [Fact]
    public void AppFeatureInfo_gets_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var feature = shell.Run<ChatAppFeature>("Get-ChatAppFeature backend preboot").Single();
        Assert.Equal(["GET /apps/backend/features/preboot"], sandbox.Wire);
        Assert.Equal([feature.Id], shell.Run<ChatAppFeature>("Get-ChatAppFeature backend PRE*").Select(f => f.Id));
        Assert.Equal(feature.Id, shell.Run<ChatAppFeature>("$args[0] | Get-ChatAppFeature", feature).Single().Id);
        Assert.Equal($"GET /apps/backend/features/{feature.Id}", sandbox.Wire.Last());
    }

    [Fact]
    public void AppFeatureUpdate_switches_them_on_and_off()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var on = shell.Run<ChatAppFeature>("Enable-ChatAppFeature billing preboot -PassThru").Single();
        Assert.Equal(["PATCH /apps/billing/features/preboot"], sandbox.Wire);
        Assert.Equal("""{"enabled":true}""", Sent.Body);
        Assert.Equal(("preboot", true), (on.Name, on.Enabled));
        Assert.Empty(shell.RunClean("$args[0] | Disable-ChatAppFeature", on));
        Assert.Equal(($"PATCH /apps/billing/features/{on.Id}", """{"enabled":false}"""), (sandbox.Wire.Last(), Sent.Body));
        Assert.False(shell.Run<ChatAppFeature>("Get-ChatAppFeature billing preboot").Single().Enabled);
    }

    [Fact]
    public void Many_apps_are_switched_by_the_pipeline_and_rows()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var apps = shell.Run<ChatApp>("Get-ChatApp d*");
        var switched = shell.Run<ChatAppFeature>("$args[0] | Enable-ChatAppFeature -Feature preboot -PassThru", apps);
        Assert.Equal(apps.Select(a => (a.Id, true)), switched.Select(f => (f.AppId, f.Enabled)));

        sandbox.Server.ClearRequests();
        shell.Run("[pscustomobject]@{ App = 'data'; Feature = 'preboot' }, [pscustomobject]@{ App = 'docs'; Feature = 'nope' }, [pscustomobject]@{ App = 'design'; Feature = 'preboot' } | Disable-ChatAppFeature");
        Assert.Equal(["PATCH /apps/data/features/preboot", "PATCH /apps/docs/features/nope", "PATCH /apps/design/features/preboot"], sandbox.Wire);
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nope", error.TargetObject);
    }

    [Fact]
    public void AccountFeatureList_gets_what_there_is_for_the_account()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var features = shell.Run<ChatAccountFeature>("Get-ChatAccountFeature -SortBy name");
        Assert.Equal(["GET /account/features"], sandbox.Wire);
        Assert.Equal("name ..; max=200", Sent.Header("Range"));
        Assert.Equal(["dark-dashboard", "metrics-digest", "team-overview"], features.Select(f => f.Name));
        Assert.Equal((true, "general", "Metrics digest"), (features[1].Enabled, features[1].State, features[1].DisplayName));
        sandbox.Server.ClearRequests();
        Assert.Single(shell.Run<ChatAccountFeature>("Get-ChatAccountFeature -First 1"));
        Assert.Equal(["GET /account/features"], sandbox.Wire);
        Assert.Equal("id ..; max=1", Sent.Header("Range"));
    }

    [Fact]
    public void AccountFeatureInfo_gets_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var feature = shell.Run<ChatAccountFeature>("Get-ChatAccountFeature team-overview").Single();
        Assert.Equal(["GET /account/features/team-overview"], sandbox.Wire);
        Assert.Equal([feature.Id], shell.Run<ChatAccountFeature>("Get-ChatAccountFeature team*").Select(f => f.Id));
        Assert.Equal(feature.Id, shell.Run<ChatAccountFeature>("$args[0] | Get-ChatAccountFeature", feature).Single().Id);
        Assert.Equal($"GET /account/features/{feature.Id}", sandbox.Wire.Last());
    }

    [Fact]
    public void AccountFeatureUpdate_switches_them_on_and_off()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var on = shell.Run("'dark-dashboard', 'nope', 'team-overview' | Enable-ChatAccountFeature -PassThru").Select(f => (ChatAccountFeature)f.BaseObject).ToArray();
        Assert.Equal(["PATCH /account/features/dark-dashboard", "PATCH /account/features/nope", "PATCH /account/features/team-overview"], sandbox.Wire);
        Assert.Equal("""{"enabled":true}""", Sent.Body);
        Assert.Equal([("dark-dashboard", true), ("team-overview", true)], on.Select(f => (f.Name, f.Enabled)));
        Assert.Equal("nope", Assert.Single(shell.Errors).TargetObject);
        Assert.Empty(shell.RunClean("Get-ChatAccountFeature dark* | Disable-ChatAccountFeature"));
        Assert.Equal(($"PATCH /account/features/{on[0].Id}", """{"enabled":false}"""), (sandbox.Wire.Last(), Sent.Body));
    }

    [Theory]
    [InlineData("Enable-ChatAppFeature backend preboot")]
    [InlineData("Disable-ChatAppFeature backend preboot")]
    [InlineData("Enable-ChatAccountFeature dark-dashboard")]
    [InlineData("Disable-ChatAccountFeature dark-dashboard")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppFeature x")]
    [InlineData("Enable-ChatAppFeature x preboot")]
    [InlineData("Disable-ChatAppFeature x preboot")]
    [InlineData("Get-ChatAccountFeature")]
    [InlineData("Enable-ChatAccountFeature dark-dashboard")]
    [InlineData("Disable-ChatAccountFeature dark-dashboard")]
    public void What_a_platform_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
