using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The indexes of Elasticsearch, and of Bleve.</summary>
internal sealed class MattermostSearchIndexes(Connection connection) : Resource(connection), ISearchIndexes
{
    public Task ClearAsync(string engine, CallContext context) => SendAsync(
        engine.ToLowerInvariant() switch
        {
            "elasticsearch" => Call(PurgeElasticsearchIndexes),
            "bleve" => Call(PurgeBleveIndexes),
            _ => throw new ChatException(ChatErrorReason.NotFound, $"There is no search engine '{engine}'.") { Advice = "Give elasticsearch or bleve." },
        },
        context);
}
