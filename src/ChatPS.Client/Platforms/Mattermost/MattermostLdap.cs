using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The directory.</summary>
internal sealed class MattermostLdap(Connection connection) : Resource(connection), ILdap
{
    public Task SyncAsync(bool? includeRemoved, CallContext context) =>
        SendAsync(Call(SyncLdap).Body("include_removed_members", includeRemoved), context);

    public Task MigrateIdAsync(string attribute, CallContext context) => SendAsync(Call(MigrateIdLdap).Body("toAttribute", attribute), context);

    public async Task<string?> TestAsync(CallContext context)
    {
        try
        {
            await SendAsync(Call(TestLdap), context).ConfigureAwait(false);
            return null;
        }
        catch (ChatException e) when (e.StatusCode == 500)
        {
            // The server is well; it is the directory that it cannot reach.
            return e.ServerMessage ?? e.Message;
        }
    }
}
