using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppReleaseTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Sent => sandbox.Server.Requests[^1];

    [Fact]
    public void ReleaseList_gets_the_releases_by_their_versions()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var releases = shell.Run<ChatAppRelease>("Get-ChatAppRelease backend");
        Assert.Equal(["GET /apps/backend/releases"], sandbox.Wire);
        Assert.Equal(("version ..; max=200", "application/vnd.heroku+json; version=3"), (Sent.Header("Range"), Sent.Header("Accept")));
        Assert.Equal(Enumerable.Range(1, releases.Count), releases.Select(r => r.Version));
        Assert.Equal([releases[^1]], releases.Where(r => r.Current));
        var last = releases[^1];
        Assert.Equal(("backend", "succeeded", true, sandbox.Heroku.Admin.Email), (last.AppName, last.Status, last.CanRestore, last.User));
        Assert.StartsWith("Deploy ", last.Description, StringComparison.Ordinal);
        Assert.NotNull(last.SlugId);
        Assert.Null(last.ImageId);
        Assert.Equal($"v{last.Version}", last.ToString());
    }

    [Fact]
    public void The_last_ones_cost_one_page()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var versions = shell.Run<ChatAppRelease>("Get-ChatAppRelease backend -Descending -First 2").Select(r => r.Version).ToArray();
        Assert.Equal(versions[0] - 1, versions[1]);
        Assert.Equal(["GET /apps/backend/releases"], sandbox.Wire);
        Assert.Equal("version ..; max=2, order=desc", Sent.Header("Range"));
    }

    [Fact]
    public void The_current_one_is_looked_for_from_the_end()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var current = shell.Run<ChatAppRelease>("'backend', 'billing' | Get-ChatAppRelease -Current");
        Assert.Equal([("backend", true), ("billing", true)], current.Select(r => (r.AppName!, r.Current)));
        Assert.Equal(["GET /apps/backend/releases", "GET /apps/billing/releases"], sandbox.Wire);
        Assert.Equal("version ..; max=200, order=desc", Sent.Header("Range"));
    }

    [Fact]
    public void ReleaseInfo_gets_one_by_its_version_or_id()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var releases = shell.Run<ChatAppRelease>("Get-ChatAppRelease backend v2, 3");
        Assert.Equal([2, 3], releases.Select(r => r.Version));
        Assert.Equal(["GET /apps/backend/releases/2", "GET /apps/backend/releases/3"], sandbox.Wire);
        Assert.Equal(2, shell.Run<ChatAppRelease>("$args[0] | Get-ChatAppRelease", releases[0]).Single().Version);
        Assert.Equal($"GET /apps/{releases[0].AppId}/releases/{releases[0].Id}", sandbox.Wire.Last());
        Assert.Equal([1], shell.Run<ChatAppRelease>("Get-ChatAppRelease backend 'initial*'").Select(r => r.Version));
        Assert.Contains(4, shell.Run<ChatAppRelease>("Get-ChatAppRelease backend 'v[34]'").Select(r => r.Version));
    }

    [Fact]
    public void ReleaseCreate_runs_a_slug()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var slug = shell.Run<ChatAppRelease>("Get-ChatAppRelease billing v3").Single().SlugId;
        var release = shell.Run<ChatAppRelease>("New-ChatAppRelease billing $args[0] -Description 'back to the first'", slug).Single();
        Assert.Equal("POST /apps/billing/releases", sandbox.Wire.Last());
        Assert.Equal($$"""{"slug":"{{slug}}","description":"back to the first"}""", Sent.Body);
        Assert.Equal((slug, "back to the first", true), (release.SlugId, release.Description, release.Current));
        shell.RunClean("New-ChatAppRelease billing $args[0]", slug);
        Assert.Equal($$"""{"slug":"{{slug}}"}""", Sent.Body);
    }

    [Fact]
    public void A_release_of_one_app_is_given_to_another()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var given = shell.Run<ChatAppRelease>("Get-ChatAppRelease capacity -Current | New-ChatAppRelease -App data").Single();
        Assert.Equal(("data", true), (given.AppName, given.Current));
        Assert.Equal("POST /apps/data/releases", sandbox.Wire.Last());
        Assert.Equal(shell.Run<ChatAppRelease>("Get-ChatAppRelease capacity -Current").Single().SlugId, given.SlugId);
    }

    [Fact]
    public void An_image_goes_out_as_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.Run("New-ChatAppRelease docs -Image 7f668938-7999-48a7-ad28-c24cbd46c51b -Description image -ErrorAction SilentlyContinue");
        Assert.Equal("POST /apps/docs/releases", sandbox.Wire.Last());
        Assert.Equal("""{"oci_image":"7f668938-7999-48a7-ad28-c24cbd46c51b","description":"image"}""", Sent.Body);
    }

    [Fact]
    public void ReleaseRollback_goes_back_to_code_and_configuration()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var former = shell.Run<ChatAppRelease>("Get-ChatAppRelease edge -Current; Set-ChatAppConfigVar edge A 1").Single();
        var release = shell.Run<ChatAppRelease>("$args[0] | Restore-ChatAppRelease -PassThru", former).Single();
        Assert.Equal($"POST /apps/{former.AppId}/releases", sandbox.Wire.Last());
        Assert.Equal($$"""{"release":"{{former.Id}}"}""", Sent.Body);
        Assert.Equal((former.Version + 2, former.SlugId, $"Rollback to v{former.Version}"), (release.Version, release.SlugId, release.Description));
        Assert.DoesNotContain("A", shell.Run<ChatAppConfigVar>("Get-ChatAppConfigVar edge").Select(v => v.Name));
    }

    [Fact]
    public void A_version_is_looked_up_before_it_is_gone_back_to()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean("Restore-ChatAppRelease finance v3"));
        Assert.Equal(["GET /apps/finance/releases/3", "POST /apps/finance/releases"], sandbox.Wire);
        var third = shell.Run<ChatAppRelease>("Get-ChatAppRelease finance 3").Single();
        Assert.Equal($$"""{"release":"{{third.Id}}"}""", sandbox.Server.Requests[1].Body);
    }

    [Fact]
    public void A_failing_item_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var restored = shell.Run("3, 99, 4 | Restore-ChatAppRelease -App growth -PassThru");
        Assert.Equal(["Rollback to v3", "Rollback to v4"], restored.Select(r => ((ChatAppRelease)r.BaseObject).Description));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("99", error.TargetObject);
    }

    [Theory]
    [InlineData("New-ChatAppRelease backend some-slug")]
    [InlineData("Restore-ChatAppRelease backend v3")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppRelease x")]
    [InlineData("Get-ChatAppRelease x -Current")]
    [InlineData("New-ChatAppRelease x some-slug")]
    [InlineData("Restore-ChatAppRelease x v3")]
    public void What_a_platform_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
