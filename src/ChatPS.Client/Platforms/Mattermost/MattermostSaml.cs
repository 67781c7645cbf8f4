using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>SAML.</summary>
internal sealed class MattermostSaml(Connection connection) : MattermostResource(connection), ISamlMetadata
{
    public Task SaveAsync(Stream target, Action<long, long?> report, CallContext context) =>
        DownloadAsync(Call(GetSamlMetadata), target, report, context);

    public Task<ChatSamlProvider> ReadProviderAsync(string url, CallContext context) => SendAsync(
        Call(GetSamlMetadataFromIdp).Body("saml_metadata_url", url),
        MattermostJson.Default.SamlProvider,
        provider => new ChatSamlProvider
        {
            Session = Connection.Session,
            Unnamed = provider.Unnamed,
            DescriptorUrl = Filled(provider.IdpDescriptorUrl),
            SignOnUrl = Filled(provider.IdpUrl),
            PublicCertificate = Filled(provider.IdpPublicCertificate),
        },
        context);

    public async Task<int> ResetUsersAsync(IReadOnlyList<string>? users, bool includeInactive, bool countOnly, CallContext context)
    {
        // An empty list would mean everybody.
        JsonArray ids = [];
        foreach (var outcome in users is null ? [] : await Names.UserIdsAsync(users, context).ConfigureAwait(false))
            ids.Add((JsonNode)(outcome.Error is { } error ? throw error : outcome.Value!));
        var answer = await SendAsync(
            Call(ResetSamlAuthDataToEmail).Body("include_deleted", includeInactive).Body("dry_run", countOnly).Body("user_ids", ids),
            MattermostJson.Default.JsonObject,
            told => told,
            context).ConfigureAwait(false);
        return answer["num_affected"]?.GetValue<int>() ?? 0;
    }
}
