using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Where the configuration is kept, and whether what it says works.</summary>
internal sealed class MattermostServerConfigCare(Connection connection) : Resource(connection), IServerConfigMover, IServerConfigTester
{
    public Task CopyAsync(string from, string to, CallContext context) =>
        SendAsync(Call(MigrateConfig).Body("from", Masked(from)).Body("to", Masked(to)), context);

    // Without a configuration in the request the server tries its own.
    public Task<string?> TestMailAsync(CallContext context) => ProblemOfAsync(() => SendAsync(Call(TestEmail), context));

    public async Task<string?> TestFileStoreAsync(CallContext context)
    {
        try
        {
            return await ProblemOfAsync(() => SendAsync(Call(TestFileStoreConnection), context)).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotSupported)
        {
            // Older servers can try S3 alone.
            return await ProblemOfAsync(() => SendAsync(Call(TestS3Connection), context)).ConfigureAwait(false);
        }
    }

    public Task<string?> TestSearchAsync(CallContext context) => ProblemOfAsync(() => SendAsync(Call(TestElasticsearch), context));

    public Task<string?> TestSiteUrlAsync(string url, CallContext context) => ProblemOfAsync(() => SendAsync(Call(TestSiteURL).Body("site_url", url), context));

    // The server is well; it is what it tried that is not.
    private static async Task<string?> ProblemOfAsync(Func<Task> test)
    {
        try
        {
            await test().ConfigureAwait(false);
            return null;
        }
        catch (ChatException e) when (e is { StatusCode: 400 or 500, ErrorId: not null })
        {
            return e.ServerMessage ?? e.Message;
        }
    }
}
