using System.Net;
using System.Security;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>Hands secrets from the engine's keeping to the client's.</summary>
internal static class Secrets
{
    public static Secret? Of(SecureString? value) => value is { Length: > 0 } ? new Secret(new NetworkCredential("", value).Password) : null;

    /// <exception cref="ChatException">It is empty.</exception>
    public static Secret Given(SecureString value) =>
        Of(value) ?? throw new ChatException(ChatErrorReason.InvalidRequest, "The secret that was given is empty.") { Advice = "Check where it comes from." };
}
