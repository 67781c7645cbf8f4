using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>An SNI endpoint of today's API, or an SSL endpoint of the former.</summary>
internal sealed class SslEndpoint : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public Reference? App { get; set; }

    public string? CertificateChain { get; set; }

    /// <summary>Read only to be left out, should a server send it back.</summary>
    public string? PrivateKey { get; set; }

    public SslCertificate? SslCert { get; set; }

    /// <summary>The ids of the domains that use it.</summary>
    public List<string>? Domains { get; set; }

    /// <summary>Of the former API only.</summary>
    public string? Cname { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>What a certificate says of itself.</summary>
internal sealed class SslCertificate
{
    [JsonPropertyName("ca_signed?")]
    public bool? CaSigned { get; set; }

    [JsonPropertyName("self_signed?")]
    public bool? SelfSigned { get; set; }

    public List<string>? CertDomains { get; set; }

    public string? Issuer { get; set; }

    public string? Subject { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }
}
