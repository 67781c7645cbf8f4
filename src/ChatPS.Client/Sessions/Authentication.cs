using System.Security.Cryptography;
using System.Text;
using ChatPS.Client.Http;

namespace ChatPS.Client.Sessions;

/// <summary>Who a session is to its server.</summary>
internal abstract class Authentication
{
    /// <summary>For calls before the login and for servers that ask for nothing.</summary>
    public static Authentication None { get; } = new Anonymous();

    /// <summary>The headers that authenticate a request; an operation may want another token than the usual one.</summary>
    public abstract IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request);

    /// <summary>Everything that must never be seen.</summary>
    public abstract IEnumerable<Secret> Secrets { get; }

    /// <summary>When the token ends, where it is known.</summary>
    public virtual DateTimeOffset? ExpiresAt => null;

    /// <summary>Gets a new token before or after the old one ended.</summary>
    /// <returns>Whether there is a new token.</returns>
    public virtual Task<bool> RefreshAsync(Connection connection, CallContext context) => Task.FromResult(false);

    /// <summary>Tells accounts apart without telling what their tokens are.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', Secrets.Select(s => s.Reveal())))));

    private sealed class Anonymous : Authentication
    {
        public override IEnumerable<Secret> Secrets => [];

        public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) => [];
    }
}
