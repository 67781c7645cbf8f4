using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A certificate that an app shall have.</summary>
/// <param name="CertificateChain">The certificate and those that vouch for it, in PEM form.</param>
/// <param name="PrivateKey">The certificate's key, in PEM form.</param>
internal sealed record NewSslEndpoint(string CertificateChain, Secret PrivateKey)
{
    /// <summary>Whether the platform puts the chain in order; of the former kind only.</summary>
    public bool? Preprocess { get; init; }
}

/// <summary>What is to change about an endpoint; what is null stays.</summary>
internal sealed record SslEndpointChange
{
    public string? CertificateChain { get; init; }

    public Secret? PrivateKey { get; init; }

    /// <summary>Whether the platform puts the chain in order; of the former kind only.</summary>
    public bool? Preprocess { get; init; }

    /// <summary>Whether the certificate before the last change comes back; of the former kind only.</summary>
    public bool? Rollback { get; init; }
}

/// <summary>The certificates of apps, of which there are two kinds.</summary>
internal interface ISslEndpoints
{
    /// <param name="legacy">Whether those of the former kind are meant, which have an address of their own.</param>
    ISslEndpointKind OfKind(bool legacy);
}

/// <summary>What can be done with the endpoints of one kind.</summary>
internal interface ISslEndpointKind : IAppItemReader<ChatSslEndpoint>, IAppItemCreator<NewSslEndpoint, ChatSslEndpoint>,
    IAppItemEditor<SslEndpointChange, ChatSslEndpoint>, IAppItemRemover<ChatSslEndpoint>;
