using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class PluginTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    private string Bundle(string id, string version)
    {
        var path = Path.Combine(_folder, $"{id}-{version}.tar.gz");
        using var file = new GZipStream(File.Create(path), CompressionMode.Compress);
        using var tar = new TarWriter(file);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{id}/plugin.json")
        {
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","name":"The {{id}}","version":"{{version}}","description":"Made for a test"}""")),
        });
        return path;
    }

    [SandboxFact("needs plugins that come with the server")]
    public void GetPlugins()
    {
        using var shell = Connect();
        var all = shell.Run<ChatPlugin>("Get-ChatPlugin");
        Assert.Equal(["GET /api/v4/plugins"], sandbox.Wire);
        var nps = all.Single(plugin => plugin.Id == "com.mattermost.nps");
        Assert.Equal((true, "User Satisfaction Surveys", nps.Id, null), (nps.IsEnabled, nps.Name, nps.PluginId, nps.InstalledVersion));
        Assert.Equal([nps.Id], shell.Run<ChatPlugin>("Get-ChatPlugin -Enabled").Select(plugin => plugin.Id).Intersect([nps.Id, "jira"]));
        Assert.Equal(["jira"], shell.Run<ChatPlugin>("Get-ChatPlugin -Enabled:$false").Select(plugin => plugin.Id).Intersect([nps.Id, "jira"]));
        Assert.Equal("com.mattermost.nps", shell.Run<ChatPlugin>("Get-ChatPlugin 'user satisf*'").Single().Id);
        Assert.Equal("com.mattermost.nps", shell.Run<ChatPlugin>("Get-ChatPlugin 'User Satisfaction Surveys'").Single().Id);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatPlugin none").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(shell.RunClean("Get-ChatPlugin -First 1"));
    }

    [SandboxFact("needs the marketplace")]
    public void GetMarketplacePlugins()
    {
        using var shell = Connect();
        var offered = shell.Run<ChatPlugin>("Get-ChatPlugin -Marketplace");
        Assert.StartsWith("GET /api/v4/plugins/marketplace?", sandbox.Wire.First(), StringComparison.Ordinal);
        Assert.Equal(["com.mattermost.nps", "com.mattermost.plugin-todo", "github", "jira"], offered.Select(plugin => plugin.Id).Order(StringComparer.Ordinal));
        Assert.Equal("github", shell.Run<ChatPlugin>("Get-ChatPlugin -Marketplace -Search pull").Single().Id);
        Assert.Contains("filter=pull", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Equal("github", shell.Run<ChatPlugin>("Get-ChatPlugin git* -Marketplace").Single().Id);
        var here = shell.Run<ChatPlugin>("Get-ChatPlugin -Marketplace -LocalOnly");
        Assert.Contains("com.mattermost.nps", here.Select(plugin => plugin.Id));
        Assert.All(here, plugin => Assert.NotNull(plugin.InstalledVersion));
        Assert.Contains("local_only=true", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [SandboxFact("needs the marketplace")]
    public void InstallMarketplacePlugin_enable_disable_and_remove()
    {
        using var shell = Connect();
        shell.RunClean("Install-ChatPlugin github -WhatIf; Uninstall-ChatPlugin jira -Force -WhatIf; Enable-ChatPlugin jira -WhatIf");
        Assert.Empty(sandbox.Wire);
        var plugin = shell.Run<ChatPlugin>("Install-ChatPlugin github").Single();
        Assert.Equal("""{"id":"github","version":"2.0.1"}""", sandbox.Server.Requests.Single(request => request.Method == "POST").Body);
        Assert.Equal(("github", "2.0.1", false), (plugin.Id, plugin.Version, plugin.IsEnabled));

        sandbox.Server.ClearRequests();
        Assert.True(shell.Run<ChatPlugin>("$args[0] | Enable-ChatPlugin -PassThru", plugin).Single().IsEnabled);
        Assert.Equal(["POST /api/v4/plugins/github/enable", "GET /api/v4/plugins"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        // By its name it is looked for.
        shell.RunClean("Disable-ChatPlugin GitHub");
        Assert.Equal(["POST /api/v4/plugins/GitHub/disable", "GET /api/v4/plugins", "POST /api/v4/plugins/github/disable"], sandbox.Wire);
        Assert.False(shell.Run<ChatPlugin>("Get-ChatPlugin github").Single().IsEnabled);

        shell.RunClean("Get-ChatPlugin github | Uninstall-ChatPlugin -Force");
        Assert.Equal("DELETE /api/v4/plugins/github", sandbox.Wire.Last());
        var error = shell.Fail("Uninstall-ChatPlugin github -Force");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);

        error = shell.Fail("Install-ChatPlugin github -Version 9.9.9");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("app.plugin.marketplace_plugins.not_found.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Install-ChatPlugin none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs the marketplace")]
    public void What_is_older_than_offered_is_brought_up_to_date()
    {
        using var shell = Connect();
        Assert.Equal("3.0.1", shell.Run<ChatPlugin>("Get-ChatPlugin jira -Marketplace | Install-ChatPlugin").Single().Version);
        Assert.Equal("""{"id":"jira","version":"3.0.1"}""", sandbox.Server.Requests.Single(request => request.Method == "POST").Body);
    }

    [Fact]
    public void UploadPlugin()
    {
        using var shell = Connect();
        var path = Bundle("example.hello", "1.0.0");
        var plugin = shell.Run<ChatPlugin>("Install-ChatPlugin -Path $args[0]", path).Single();
        Assert.Equal(["POST /api/v4/plugins", "GET /api/v4/plugins"], sandbox.Wire);
        Assert.Equal(("example.hello", "The example.hello", "1.0.0"), (plugin.Id, plugin.Name, plugin.Version));
        var error = shell.Fail("Install-ChatPlugin -Path $args[0]", path);
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("app.plugin.install_id.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("1.1.0", shell.Run<ChatPlugin>("Install-ChatPlugin -LiteralPath $args[0] -Force", Bundle("example.hello", "1.1.0")).Single().Version);

        var wrong = Path.Combine(_folder, "wrong.tar.gz");
        File.WriteAllText(wrong, "nothing");
        Assert.Contains("app.plugin.extract.app_error", shell.Fail("Install-ChatPlugin -Path $args[0]", wrong).ErrorDetails.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs the marketplace")]
    public void InstallPluginFromUrl()
    {
        using var shell = Connect();
        var url = shell.RunClean("(Get-ChatPlugin com.mattermost.plugin-todo -Marketplace).DownloadUrl").Single().ToString();
        sandbox.Server.ClearRequests();
        Assert.Equal("Todo", shell.Run<ChatPlugin>("Install-ChatPlugin -Url $args[0] -Force", url).Single().Name);
        Assert.Equal($"POST /api/v4/plugins/install_from_url?plugin_download_url={Uri.EscapeDataString(url)}&force=true", sandbox.Wire.First());
        var error = shell.Fail("Install-ChatPlugin -Url https://plugins.example.com/none.tar.gz");
        Assert.Contains("api.plugin.install.download_failed.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_may_not_and_others_have_none()
    {
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatPlugin").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatPlugin").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatPlugin -Marketplace").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
