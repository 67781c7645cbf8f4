namespace ChatPS;

/// <summary>What an identity provider says of itself, as the server has read it.</summary>
public sealed class ChatSamlProvider : ChatObject
{
    /// <summary>The address that the provider is known by: SamlSettings.IdpDescriptorURL of the configuration.</summary>
    public string? DescriptorUrl { get; init; }

    /// <summary>Where people sign in: SamlSettings.IdpURL of the configuration.</summary>
    public string? SignOnUrl { get; init; }

    /// <summary>The provider's certificate, for Set-ChatCertificate SamlIdp.</summary>
    public string? PublicCertificate { get; init; }

    /// <summary>The address that the provider is known by.</summary>
    /// <returns><see cref="DescriptorUrl"/>.</returns>
    public override string ToString() => DescriptorUrl ?? "";
}
