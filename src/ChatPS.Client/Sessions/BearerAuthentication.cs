using ChatPS.Client.Http;

namespace ChatPS.Client.Sessions;

/// <summary>One token in the Authorization header.</summary>
internal sealed class BearerAuthentication(Secret token, DateTimeOffset? expiresAt = null) : Authentication
{
    public Secret Token => token;

    public override DateTimeOffset? ExpiresAt => expiresAt;

    public override IEnumerable<Secret> Secrets => [token];

    public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) =>
        [new("Authorization", "Bearer " + token.Reveal())];
}
