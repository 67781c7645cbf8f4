namespace ChatPS;

/// <summary>A host name under which an app answers.</summary>
public sealed class ChatAppDomain : ChatAppObject
{
    /// <summary>The platform's id of the domain.</summary>
    public required string Id { get; init; }


    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppDomainId => Id;

    /// <summary>The host name.</summary>
    public required string Hostname { get; init; }

    /// <summary>Whether it is the app's own (heroku) or yours (custom).</summary>
    public string? Kind { get; init; }

    /// <summary>The name that your DNS shall point the host name to.</summary>
    public string? Cname { get; init; }

    /// <summary>How far the platform is with setting the domain up.</summary>
    public string? Status { get; init; }

    /// <summary>How the certificate that the platform looks after is doing.</summary>
    public string? CertificateStatus { get; init; }

    /// <summary>Why the certificate is not as it should be.</summary>
    public string? CertificateStatusReason { get; init; }

    /// <summary>The id of the endpoint whose certificate the domain uses.</summary>
    public string? CertificateId { get; init; }

    /// <summary>The name of the endpoint whose certificate the domain uses.</summary>
    public string? CertificateName { get; init; }

    /// <summary>When the domain was added.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the domain was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The host name.</summary>
    /// <returns><see cref="Hostname"/>.</returns>
    public override string ToString() => Hostname;

    internal override string? ShownAs => Hostname;
}
