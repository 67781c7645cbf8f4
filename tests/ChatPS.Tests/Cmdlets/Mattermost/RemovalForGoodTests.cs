namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RemovalForGoodTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Setting = "Set-ChatServerConfig ServiceSettings.EnableAPIPostDeletion ";

    [SandboxFact("needs a server of today")]
    public void Messages_go_for_good_where_the_server_allows_it()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var message = shell.Run<ChatMessage>("$message = Send-ChatMessage northwind-harbor/town-square 'For good' -PassThru; Send-ChatMessage northwind-harbor/town-square answer -ReplyTo $message; $message").Single();
        var error = shell.Fail("$message | Remove-ChatMessage -Permanent -Force");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("EnableAPIPostDeletion", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        shell.RunClean(Setting + "$true");
        sandbox.Server.ClearRequests();
        shell.RunClean("$message | Remove-ChatMessage -Permanent -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        // What was deleted is there still, and goes now.
        shell.RunClean("$message | Remove-ChatMessage -Force; $message | Remove-ChatMessage -Permanent -Force");
        Assert.Equal([$"DELETE /api/v4/posts/{message.Id}", "GET /api/v4/config", $"DELETE /api/v4/posts/{message.Id}?permanent=true"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatMessage $args[0] -Permanent -Force", message.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean(Setting + "$false");
    }

    [Fact]
    public void Others_have_no_such_thing()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Remove-ChatMessage 53316ec37bfc1a000000000a -Room x/y -Permanent -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
