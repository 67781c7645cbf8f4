using ChatPS.Client.Http;

namespace ChatPS.Client.Sessions;

/// <summary>A token that an OAuth server gave, and what to get the next one with.</summary>
/// <param name="AccessToken">Goes with every request.</param>
/// <param name="RefreshToken">Gets the next one; null when there will be none.</param>
/// <param name="ExpiresAt">When the access token ends; null when it doesn't, or nobody says.</param>
/// <param name="Id">By which the platform ends the token.</param>
internal sealed record TokenGrant(Secret AccessToken, Secret? RefreshToken, DateTimeOffset? ExpiresAt, string? Id);

/// <summary>Goes on with a new token when the old one ends.</summary>
/// <param name="grant">The first token.</param>
/// <param name="renew">Gets the next, by the refresh token if there is one; null when the first one is all there is.</param>
internal sealed class GrantAuthentication(TokenGrant grant, Func<Connection, Secret?, CallContext, Task<TokenGrant>>? renew = null) : Authentication
{
    // The same account spends from the same budget, whatever its token is by now.
    private readonly TokenGrant _first = grant;
    private readonly object _lock = new();
    private Task? _renewing;
    private volatile TokenGrant _grant = grant;

    /// <summary>The token in use.</summary>
    public TokenGrant Grant => _grant;

    public override DateTimeOffset? ExpiresAt => _grant.ExpiresAt;

    public override IEnumerable<Secret> Secrets => [_first.AccessToken, .. _first.RefreshToken is { } refresh ? new[] { refresh } : []];

    public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) =>
        [new("Authorization", "Bearer " + _grant.AccessToken.Reveal())];

    public override async Task<bool> RefreshAsync(Connection connection, CallContext context)
    {
        var old = _grant;
        if (renew is null)
            return false;
        // Of several requests that find the token ended, the first one renews it for all.
        Task renewing;
        lock (_lock)
        {
            if (_grant != old)
                return true;
            renewing = _renewing ??= RenewAsync(renew, connection, old.RefreshToken, context with { Cancellation = CancellationToken.None });
        }
        // Whoever stops waiting leaves the renewal to the others.
        await renewing.WaitAsync(context.Cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task RenewAsync(
        Func<Connection, Secret?, CallContext, Task<TokenGrant>> get, Connection connection, Secret? refreshToken, CallContext context)
    {
        // Whoever holds the lock goes on first.
        await Task.Yield();
        try
        {
            var renewed = await get(connection, refreshToken, context).ConfigureAwait(false);
            connection.Mask.Add(renewed.AccessToken);
            connection.Mask.Add(renewed.RefreshToken);
            connection.Session.TokenExpiresAt = renewed.ExpiresAt;
            // Some servers give a new refresh token each time, others one for ever.
            _grant = renewed with { RefreshToken = renewed.RefreshToken ?? refreshToken };
        }
        finally
        {
            lock (_lock)
                _renewing = null;
        }
    }
}
