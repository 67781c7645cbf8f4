using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What the account has permitted, with the tokens that follow from it.</summary>
internal sealed class HerokuTokens(Connection connection) : Resource(connection),
    ITeamItemReader<ChatToken>, ITeamItemCreator<NewToken, ChatToken>, ITeamItemRemover<ChatToken>,
    IItemCreator<TokenExchange, ChatToken>, IItemEditor<TokenChange, ChatToken>
{
    public IAsyncEnumerable<ChatToken> ListAsync(string? team, PageWindow window, CallContext context)
    {
        RefuseTeam(team);
        return List(Call(OauthAuthorizationList), window, HerokuJson.Default.Authorization, ToToken, context);
    }

    public Task<ChatToken> GetAsync(string? team, string item, CallContext context)
    {
        RefuseTeam(team);
        return TokenAsync(Of(OauthAuthorizationInfo, item), context);
    }

    public Task<ChatToken> CreateAsync(string? team, NewToken item, CallContext context)
    {
        RefuseTeam(team);
        Unsupported.IfGiven(item.User, ChatPlatform.Heroku, "User");
        Unsupported.IfGiven(item.GrantType, ChatPlatform.Heroku, "GrantType");
        Unsupported.IfGiven(item.UserName, ChatPlatform.Heroku, "Credential");
        if (item.Scope is not { Count: > 0 } scope)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A token of Heroku is good for what its scope says, and none was given.")
            {
                Advice = "Give -Scope: global for everything, or of identity, read, write, read-protected and write-protected what is needed.",
            };
        return NewSecretsAsync(
            Call(OauthAuthorizationCreate)
                .Body("scope", scope)
                .Body("description", item.Description)
                .Body("expires_in", new Given<object>((long?)item.ExpiresIn.Value?.TotalSeconds, item.ExpiresIn.IsGiven))
                .Body("client", item.Client),
            context);
    }

    public async Task<ChatToken> CreateAsync(TokenExchange item, CallContext context)
    {
        Unsupported.IfGiven(item.Client, ChatPlatform.Heroku, "Client");
        foreach (var secret in new[] { item.AuthorizationCode, item.RefreshToken, item.ClientSecret })
            Connection.Mask.Add(secret);
        var token = await HerokuSignIn.ExchangeAsync(Connection, item, context).ConfigureAwait(false);
        Hide(token.AccessToken, token.RefreshToken);
        return new ChatToken
        {
            Session = Connection.Session,
            Id = token.Authorization?.Id ?? token.Id,
            AccessTokenId = token.AccessToken?.Id,
            Token = Secret.Keep(token.AccessToken?.Token),
            RefreshToken = Secret.Keep(token.RefreshToken?.Token),
            ExpiresAt = EndOf(token.AccessToken?.ExpiresIn),
            UserId = token.User?.Id,
            UserName = token.User?.Email,
            CreatedAt = token.CreatedAt,
            UpdatedAt = token.UpdatedAt,
        };
    }

    public async Task<ChatToken> UpdateAsync(string item, TokenChange change, CallContext context)
    {
        Unsupported.IfGiven(change.Active is not null, ChatPlatform.Heroku, "Active");
        Connection.Mask.Add(change.ClientSecret);
        ChatToken? result = null;
        if (change is not { Description: null, Client: null })
            result = await TokenAsync(Of(OauthAuthorizationUpdate, item)
                .Body("description", change.Description)
                // The operation wants a client named, be it as nothing.
                .Body("client", new Dictionary<string, object?> { ["id"] = change.Client, ["secret"] = change.ClientSecret }
                    .Where(member => member.Value is not null).ToDictionary()), context).ConfigureAwait(false);
        if (change.Regenerate)
            result = await NewSecretsAsync(Of(OauthAuthorizationRegenerate, item), context).ConfigureAwait(false);
        return result ?? await GetAsync(null, item, context).ConfigureAwait(false);
    }

    public Task RemoveAsync(string? team, string item, CallContext context)
    {
        RefuseTeam(team);
        return SendAsync(Of(OauthAuthorizationDelete, item), context);
    }

    // Tokens are people's.
    private static void RefuseTeam(string? team) => Unsupported.IfGiven(team, ChatPlatform.Heroku, "Team");

    private ApiCall Of(string operation, string token) => Call(operation).Path("oauth_authorization_identity", token);

    private Task<ChatToken> TokenAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.Authorization, ToToken, context);

    private Task<ChatToken> NewSecretsAsync(ApiCall call, CallContext context) => SendAsync(
        call,
        HerokuJson.Default.Authorization,
        authorization =>
        {
            Hide(authorization.AccessToken, authorization.RefreshToken);
            Connection.Mask.Add(authorization.Grant?.Code is { } code ? new Secret(code) : null);
            return ToToken(authorization);
        },
        context);

    private void Hide(params ReadOnlySpan<Wire.TokenValue?> tokens)
    {
        foreach (var token in tokens)
            Connection.Mask.Add(token?.Token is { } value ? new Secret(value) : null);
    }

    private DateTimeOffset? EndOf(double? seconds) => seconds is { } left ? Connection.Clock.GetUtcNow().AddSeconds(left) : null;

    private ChatToken ToToken(Wire.Authorization authorization) => new()
    {
        Session = Connection.Session,
        Unnamed = authorization.Unnamed,
        Id = authorization.Id,
        Description = authorization.Description,
        Scope = authorization.Scope ?? [],
        ClientId = authorization.Client?.Id,
        ClientName = authorization.Client?.Name,
        ClientRedirectUri = authorization.Client?.RedirectUri,
        AccessTokenId = authorization.AccessToken?.Id,
        Token = Secret.Keep(authorization.AccessToken?.Token),
        RefreshToken = Secret.Keep(authorization.RefreshToken?.Token),
        AuthorizationCode = Secret.Keep(authorization.Grant?.Code),
        ExpiresAt = EndOf(authorization.AccessToken?.ExpiresIn ?? authorization.Grant?.ExpiresIn),
        UserId = authorization.User?.Id,
        UserName = authorization.User?.Email,
        CreatedAt = authorization.CreatedAt,
        UpdatedAt = authorization.UpdatedAt,
    };
}
