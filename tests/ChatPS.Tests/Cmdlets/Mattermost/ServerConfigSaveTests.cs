using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerConfigSaveTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SandboxFact("needs a server of today for what differs from a new one")]
    public void The_configuration_is_saved_without_secrets_and_laid_over_again()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServerConfig TeamSettings.SiteName 'Saved'");
        sandbox.Server.ClearRequests();
        shell.RunClean("Save-ChatServerConfig $args[0] -WhatIf", _folder);
        Assert.Empty(sandbox.Wire);
        var file = shell.Run<FileInfo>("Save-ChatServerConfig -Destination $args[0] -PassThru", _folder).Single();
        Assert.Equal(["GET /api/v4/config?remove_masked=true"], sandbox.Wire);
        Assert.Equal($"config_{sandbox.Mattermost.BaseUri.Host}.json", file.Name);
        var config = JsonNode.Parse(File.ReadAllText(file.FullName))!;
        Assert.Equal("Saved", (string)config["TeamSettings"]!["SiteName"]!);
        Assert.Null(config["SqlSettings"]!["DataSource"]);
        Assert.DoesNotContain("***", config.ToJsonString(), StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var changed = Path.Combine(_folder, "changed.json");
        shell.RunClean("Save-ChatServerConfig $args[0] -ChangedOnly", changed);
        Assert.Equal(["GET /api/v4/config?remove_masked=true&remove_defaults=true", "GET /api/v4/config?remove_masked=true"], sandbox.Wire);
        config = JsonNode.Parse(File.ReadAllText(changed))!;
        Assert.Equal("Saved", (string)config["TeamSettings"]!["SiteName"]!);
        Assert.Null(config["TeamSettings"]!["MaxUsersPerTeam"]);
        shell.RunClean("Set-ChatServerConfig TeamSettings.SiteName Other; Set-ChatServerConfig -File $args[0]", changed);
        Assert.Equal("Saved", shell.Run<ChatServerConfig>("Get-ChatServerConfig TeamSettings.SiteName").Single().Value);
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatServerConfig $args[0]", changed).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Save-ChatServerConfig $args[0]", _folder).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
