using System.Net;

namespace ChatPS.Client.Http;

/// <summary>How a session reaches its server.</summary>
internal sealed record TransportOptions
{
    public string? UserAgent { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null for the machine's own proxy settings.</summary>
    public Uri? Proxy { get; init; }

    public NetworkCredential? ProxyCredential { get; init; }

    public bool SkipCertificateCheck { get; init; }

    /// <summary>The path of a Unix domain socket to connect to instead of the address's host.</summary>
    public string? UnixSocket { get; init; }
}
