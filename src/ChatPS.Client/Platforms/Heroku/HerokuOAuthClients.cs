using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The account's own applications, which ask people for access.</summary>
internal sealed class HerokuOAuthClients(Connection connection) : Resource(connection),
    IItemReader<ChatOAuthClient>, IItemCreator<NewOAuthClient, ChatOAuthClient>, IItemEditor<OAuthClientChange, ChatOAuthClient>, IItemRemover<ChatOAuthClient>
{
    public IAsyncEnumerable<ChatOAuthClient> ListAsync(PageWindow window, CallContext context) =>
        List(Call(OauthClientList), window, HerokuJson.Default.OAuthClient, ToClient, context);

    public Task<ChatOAuthClient> GetAsync(string item, CallContext context) => ClientAsync(Call(OauthClientInfo).Path("oauth_client_identity", item), context);

    public Task<ChatOAuthClient> CreateAsync(NewOAuthClient item, CallContext context) =>
        NewSecretAsync(Call(OauthClientCreate).Body("name", item.Name).Body("redirect_uri", OnlyOf(item.RedirectUris, item.Detail)), context);

    public async Task<ChatOAuthClient> UpdateAsync(string item, OAuthClientChange change, CallContext context)
    {
        ChatOAuthClient? result = null;
        var redirectUri = OnlyOf(change.RedirectUris, change.Detail);
        if (change.Name is not null || redirectUri is not null)
            result = await ClientAsync(Call(OauthClientUpdate).Path("oauth_client_identity", item)
                .Body("name", change.Name)
                .Body("redirect_uri", redirectUri), context).ConfigureAwait(false);
        if (change.RotateSecret)
            result = await NewSecretAsync(Call(OauthClientRotateCredentials).Path("oauth_client_identity", item), context).ConfigureAwait(false);
        return result ?? await GetAsync(item, context).ConfigureAwait(false);
    }

    public Task RemoveAsync(string item, CallContext context) => SendAsync(Call(OauthClientDelete).Path("oauth_client_identity", item), context);

    private static string? OnlyOf(IReadOnlyList<string>? addresses, OAuthClientDetail detail)
    {
        Unsupported.IfGiven(detail.Description.IsGiven, ChatPlatform.Heroku, "Description");
        Unsupported.IfGiven(detail.Homepage, ChatPlatform.Heroku, "Homepage");
        Unsupported.IfGiven(detail.IconUrl.IsGiven, ChatPlatform.Heroku, "IconUrl");
        Unsupported.IfGiven(detail.Trusted is not null, ChatPlatform.Heroku, "Trusted");
        return addresses is null or { Count: 1 } ? addresses?[0] : throw new ChatException(
            ChatErrorReason.InvalidRequest, "An OAuth client of Heroku sends people to one address, and several were given.")
        {
            Advice = "Give one with -RedirectUri.",
        };
    }

    private Task<ChatOAuthClient> ClientAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.OAuthClient, ToClient, context);

    private Task<ChatOAuthClient> NewSecretAsync(ApiCall call, CallContext context) => SendAsync(
        call,
        HerokuJson.Default.OAuthClient,
        client =>
        {
            Connection.Mask.Add(client.Secret is { } secret ? new Secret(secret) : null);
            return ToClient(client);
        },
        context);

    private ChatOAuthClient ToClient(Wire.OAuthClient client) => new()
    {
        Session = Connection.Session,
        Unnamed = client.Unnamed,
        Id = client.Id,
        Name = client.Name ?? "",
        RedirectUri = client.RedirectUri,
        RedirectUris = client.RedirectUri is { } address ? [address] : [],
        Secret = Secret.Keep(client.Secret),
        IgnoresDelinquent = client.IgnoresDelinquent,
        CreatedAt = client.CreatedAt,
        UpdatedAt = client.UpdatedAt,
    };
}
