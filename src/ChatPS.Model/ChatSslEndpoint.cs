namespace ChatPS;

/// <summary>A certificate under which an app's domains answer. The private key never comes back from the platform.</summary>
public sealed class ChatSslEndpoint : ChatAppObject
{
    /// <summary>The platform's id of the endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string SslEndpointId => Id;

    /// <summary>The endpoint's name, unique within its app.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether it is an endpoint of the former kind, with an address of its own, which today's API does not know any more.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>The certificate and those that vouch for it, in PEM form.</summary>
    public string? CertificateChain { get; init; }

    /// <summary>Whose certificate it is.</summary>
    public string? Subject { get; init; }

    /// <summary>Who vouches for the certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>The host names that the certificate is for.</summary>
    public IReadOnlyList<string> CertificateDomains { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>When the certificate begins to hold.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the certificate ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether an authority that browsers know vouches for the certificate.</summary>
    public bool? IsCaSigned { get; init; }

    /// <summary>Whether nobody but the certificate itself vouches for it.</summary>
    public bool? IsSelfSigned { get; init; }

    /// <summary>The ids of the domains that use the endpoint.</summary>
    public IReadOnlyList<string> DomainIds { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The name that your DNS shall point to; only endpoints of the former kind have one.</summary>
    public string? Cname { get; init; }

    /// <summary>When the endpoint was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the endpoint was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The endpoint's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
