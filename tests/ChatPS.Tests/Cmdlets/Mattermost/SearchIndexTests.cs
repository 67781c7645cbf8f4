namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class SearchIndexTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [SandboxFact("needs a license")]
    public void PurgeElasticsearchIndexes_PurgeBleveIndexes_and_TestElasticsearch()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        foreach (var script in new[] { "Clear-ChatSearchIndex elasticsearch -Force", "Test-ChatServerConfig -Search" })
        {
            var error = shell.Fail(script);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("ent.elasticsearch.test_config.license.error", error.ErrorDetails.Message, StringComparison.Ordinal);
        }
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("Clear-ChatSearchIndex elasticsearch, bleve -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("'Elasticsearch', 'bleve' | Clear-ChatSearchIndex -Force"));
        Assert.Equal(["POST /api/v4/elasticsearch/purge_indexes", "POST /api/v4/bleve/purge_indexes"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Clear-ChatSearchIndex lucene -Force").FullyQualifiedErrorId, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        Assert.Equal(false, shell.RunClean("Test-ChatServerConfig -Search").Single().BaseObject);
        Assert.Equal(["POST /api/v4/elasticsearch/test"], sandbox.Wire);
        Assert.Contains("switched off", shell.Spoken, StringComparison.Ordinal);
        shell.RunClean("Set-ChatServerConfig ElasticsearchSettings.EnableIndexing $true");
        Assert.Equal(true, shell.RunClean("Test-ChatServerConfig -Search").Single().BaseObject);
        shell.RunClean("Remove-ChatLicense -Force");
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Clear-ChatSearchIndex bleve -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var other = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", other.Fail("Clear-ChatSearchIndex bleve -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
