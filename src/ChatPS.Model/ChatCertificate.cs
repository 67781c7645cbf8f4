namespace ChatPS;

/// <summary>A certificate, or the key of one, that a server signs in people or asks its directory with. What is in it no server shows.</summary>
public sealed class ChatCertificate : ChatObject
{
    /// <summary>What it is for: SamlIdp, SamlPublic, SamlPrivate, LdapPublic or LdapPrivate.</summary>
    public required string Name { get; init; }

    /// <summary>The same as <see cref="Name"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string CertificateName => Name;

    /// <summary>Whether the server has it.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Whether it is a private key rather than a certificate.</summary>
    public bool IsPrivateKey { get; init; }

    /// <summary>What it is for.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
