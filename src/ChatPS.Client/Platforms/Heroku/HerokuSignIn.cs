using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The ways to a token that are more than handing one over.</summary>
internal static class HerokuSignIn
{
    // A token for one piece of work: what is not disconnected in good order ends by itself.
    private static readonly TimeSpan LoginLifetime = TimeSpan.FromDays(1);

    private static readonly string[] Everything = ["global"];

    /// <summary>
    /// A second factor's code holds for one request and a moment, so it is spent on a token of the session's own.
    /// </summary>
    public static async Task<SignIn> WithSecondFactorAsync(
        Connection connection, BasicAuthentication account, Secret code, CallContext context)
    {
        connection.OneTimeCode = code;
        connection.Authenticate(account);
        try
        {
            var request = connection.Platform.Call(OauthAuthorizationCreate)
                .Body("scope", Everything)
                .Body("description", "ChatPS")
                .Body("expires_in", (int)LoginLifetime.TotalSeconds)
                .ToRequest();
            var authorization = await connection.Api.GetAsync(request, HerokuJson.Default.Authorization, context).ConfigureAwait(false);
            return new SignIn(new GrantAuthentication(GrantOf(connection, authorization.AccessToken, null, authorization.Id)), IsOurs: true);
        }
        finally
        {
            connection.OneTimeCode = null;
        }
    }

    public static async Task<SignIn> WithCodeAsync(Connection connection, Secret code, Secret clientSecret, CallContext context)
    {
        var grant = await GrantAsync(connection, new() { AuthorizationCode = code, ClientSecret = clientSecret }, context).ConfigureAwait(false);
        return new SignIn(new GrantAuthentication(grant, grant.RefreshToken is null ? null : Renew(clientSecret)), IsOurs: true);
    }

    public static async Task<SignIn> WithRefreshTokenAsync(Connection connection, Secret refreshToken, Secret clientSecret, CallContext context)
    {
        var grant = await GrantAsync(connection, new() { RefreshToken = refreshToken, ClientSecret = clientSecret }, context).ConfigureAwait(false);
        return new SignIn(new GrantAuthentication(grant with { RefreshToken = grant.RefreshToken ?? refreshToken }, Renew(clientSecret)), IsOurs: true);
    }

    public static Task SignOutAsync(Connection connection, CallContext context)
    {
        if (connection.Authentication is not GrantAuthentication { Grant: { Id: { } id } grant })
            return Task.CompletedTask;
        var call = grant.RefreshToken is null
            ? connection.Platform.Call(OauthAuthorizationDelete).Path("oauth_authorization_identity", id)
            : connection.Platform.Call(OauthTokenDelete).Path("oauth_token_identity", id);
        return connection.Api.SendAsync(call.ToRequest(), context);
    }

    private static Func<Connection, Secret?, CallContext, Task<TokenGrant>> Renew(Secret clientSecret) =>
        (connection, refreshToken, context) => GrantAsync(connection, new() { RefreshToken = refreshToken, ClientSecret = clientSecret }, context);

    /// <summary>Exchanges a code or a refresh token for an access token; the client's secret is all the authentication it takes.</summary>
    public static Task<Wire.OAuthToken> ExchangeAsync(Connection connection, TokenExchange exchange, CallContext context)
    {
        var code = exchange.AuthorizationCode;
        var grant = new Dictionary<string, object> { ["type"] = code is null ? "refresh_token" : "authorization_code" };
        if (code is not null)
            grant["code"] = code;
        var call = connection.Platform.Call(OauthTokenCreate)
            .Body("grant", grant)
            .Body("client", new Dictionary<string, object> { ["secret"] = exchange.ClientSecret })
            // The operation wants all three; a code stands in for the token.
            .Body("refresh_token", exchange.RefreshToken is { } token ? new Dictionary<string, object> { ["token"] = token } : new Dictionary<string, object>());
        return connection.Api.GetAsync(call.ToRequest() with { IsAnonymous = true }, HerokuJson.Default.OAuthToken, context);
    }

    private static async Task<TokenGrant> GrantAsync(Connection connection, TokenExchange exchange, CallContext context)
    {
        var token = await ExchangeAsync(connection, exchange, context).ConfigureAwait(false);
        return GrantOf(connection, token.AccessToken, token.RefreshToken, token.Id);
    }

    private static TokenGrant GrantOf(Connection connection, Wire.TokenValue? access, Wire.TokenValue? refresh, string id) => new(
        new Secret(access?.Token ?? throw new ChatException(ChatErrorReason.InvalidResponse, "The server accepted the login but gave no token.")),
        refresh?.Token is { } value ? new Secret(value) : null,
        access.ExpiresIn is { } seconds ? connection.Clock.GetUtcNow().AddSeconds(seconds) : null,
        id);
}
