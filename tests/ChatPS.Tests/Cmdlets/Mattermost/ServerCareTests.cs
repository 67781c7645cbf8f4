using System.IO.Compression;
using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerCareTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps-care-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SandboxFact("needs a license")]
    public void GenerateSupportPacket()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Save-ChatSupportPacket -Destination $args[0]", _folder);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("without a license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("Save-ChatSupportPacket -Destination $args[0] -WhatIf", _folder);
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Save-ChatSupportPacket -Destination $args[0]", _folder));
        Assert.Equal(["GET /api/v4/system/support_packet"], sandbox.Wire);
        Assert.StartsWith("support_packet_127.0.0.1_", Path.GetFileName(Directory.GetFiles(_folder).Single()), StringComparison.Ordinal);

        var path = Path.Combine(_folder, "packet.zip");
        var file = shell.Run<System.IO.FileInfo>("Save-ChatSupportPacket $args[0] -PassThru", path).Single();
        Assert.Equal(path, file.FullName);
        using (var zip = ZipFile.OpenRead(path))
            Assert.Contains("sanitized_config.json", zip.Entries.Select(e => e.Name));
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatSupportPacket $args[0]", path).FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Save-ChatSupportPacket $args[0] -Force; Remove-ChatLicense -Force", path);
    }

    [SandboxFact("looks inside the server")]
    public void CheckIntegrity()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Test-ChatServerIntegrity");
        Assert.Equal(["POST /api/v4/integrity"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-UnixSocket", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        using var local = new Shell();
        local.RunClean("$null = Connect-ChatService Mattermost -UnixSocket $args[0]", sandbox.Mattermost.LocalSocket);
        sandbox.Server.ClearRequests();
        var relations = local.Run<ChatServerIntegrity>("Test-ChatServerIntegrity");
        Assert.Equal(["POST /api/v4/integrity"], sandbox.Wire);
        Assert.Contains(relations, r => r is { Parent: "Teams", Child: "Channels", ParentKey: "TeamId", ChildKey: "Id", Error: null });
        Assert.Contains(relations, r => r is { Child: "ChannelMembers", ChildKey: null });
        Assert.All(relations, r => Assert.True(r is { IsIntact: true, OrphanCount: 0 }));

        var service = (MattermostService)sandbox.Mattermost;
        var (id, nobody) = (service.State.NewId(), service.State.NewId());
        service.Exclusively(() => service.State.Posts[id] = new Post { Id = id, UserId = nobody, ChannelId = service.State.Channels.Sorted[0].Id });
        var lost = local.Run<ChatServerIntegrity>("Test-ChatServerIntegrity | Where-Object { -not $_.IsIntact }").Single();
        Assert.Equal(("Users", "Posts", 1, id, nobody), (lost.Parent, lost.Child, lost.OrphanCount, lost.Orphans[0].ChildId, lost.Orphans[0].ParentId));
        service.Exclusively(() => service.State.Posts.Remove(id));
    }

    [SandboxFact("needs a license")]
    public void GetClusterStatus()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Empty(shell.Run<ChatClusterNode>("Get-ChatClusterNode"));
        Assert.Equal(["GET /api/v4/cluster/status"], sandbox.Wire);
        shell.RunClean("Set-ChatLicense -License $args[0]; Set-ChatServerConfig ClusterSettings.Enable $true", SandboxFixture.Protect(sandbox.Mattermost.License!));
        var nodes = shell.Run<ChatClusterNode>("Get-ChatClusterNode");
        Assert.Equal(["chat1.example.com", "chat2.example.com"], nodes.Select(n => n.HostName));
        Assert.Equal(("node1", "node1", "192.0.2.1", "5.37.0"), (nodes[0].Id, nodes[0].ClusterNodeId, nodes[0].IpAddress, nodes[0].Version));
        Assert.Equal(nodes[0].ConfigHash, nodes[1].ConfigHash);
        shell.RunClean("Set-ChatServerConfig ClusterSettings.Enable $false; Remove-ChatLicense -Force");
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatClusterNode").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save-ChatSupportPacket")]
    [InlineData("Test-ChatServerIntegrity")]
    [InlineData("Get-ChatClusterNode")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
