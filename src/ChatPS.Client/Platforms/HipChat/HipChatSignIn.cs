using ChatPS.Client.Http;
using ChatPS.Client.Platforms.HipChat.Wire;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>The ways to a token that are more than handing one over.</summary>
internal static class HipChatSignIn
{
    /// <summary>An OAuth client's own token: there is no other secret than the client's to get the next one with, and none is needed.</summary>
    public static async Task<SignIn> WithClientAsync(
        Connection connection, string clientId, Secret clientSecret, IReadOnlyList<string>? scope, CallContext context)
    {
        return new SignIn(new GrantAuthentication(await NextAsync(connection, null, context).ConfigureAwait(false), NextAsync), IsOurs: true);

        Task<TokenGrant> NextAsync(Connection connection, Secret? refreshToken, CallContext context) => GrantAsync(
            connection,
            connection.Platform.Call(GenerateToken)
                .Body("grant_type", "client_credentials")
                .Body("scope", scope is { Count: > 0 } ? string.Join(' ', scope) : null),
            new BasicAuthentication(clientId, clientSecret),
            context);
    }

    /// <summary>The token of an earlier login, continued.</summary>
    public static async Task<SignIn> WithRefreshTokenAsync(
        Connection connection, Secret refreshToken, string? clientId, Secret clientSecret, CallContext context)
    {
        var grant = await NextAsync(connection, refreshToken, context).ConfigureAwait(false);
        return new SignIn(new GrantAuthentication(grant with { RefreshToken = grant.RefreshToken ?? refreshToken }, NextAsync), IsOurs: true);

        Task<TokenGrant> NextAsync(Connection connection, Secret? token, CallContext context) => GrantAsync(
            connection,
            connection.Platform.Call(GenerateToken).Body("grant_type", "refresh_token").Body("refresh_token", token),
            new BasicAuthentication(clientId ?? "", clientSecret),
            context);
    }

    public static Task SignOutAsync(Connection connection, CallContext context) => connection.Authentication is GrantAuthentication { Grant: { } grant }
        ? connection.Api.SendAsync(connection.Platform.Call(DeleteSession).Path("access_token", grant.AccessToken.Reveal()).ToRequest(), context)
        : Task.CompletedTask;

    /// <summary>What the server gives to somebody who says by himself who he is.</summary>
    public static Task<Grant> AskAsync(Connection connection, ApiCall call, BasicAuthentication? client, CallContext context)
    {
        var request = call.ToRequest() with { IsAnonymous = true };
        foreach (var (name, value) in client?.Headers(request) ?? [])
            request = request.WithHeader(name, value);
        foreach (var secret in client?.Secrets ?? [])
            connection.Mask.Add(secret);
        return connection.Api.GetAsync(request, HipChatJson.Default.Grant, context);
    }

    private static async Task<TokenGrant> GrantAsync(Connection connection, ApiCall call, BasicAuthentication client, CallContext context)
    {
        var grant = await AskAsync(connection, call, client, context).ConfigureAwait(false);
        return new TokenGrant(
            new Secret(grant.AccessToken ?? throw new ChatException(ChatErrorReason.InvalidResponse, "The server accepted the login but gave no token.")),
            grant.RefreshToken is { } refresh ? new Secret(refresh) : null,
            grant.ExpiresIn is { } seconds ? connection.Clock.GetUtcNow().AddSeconds(seconds) : null,
            null);
    }
}
