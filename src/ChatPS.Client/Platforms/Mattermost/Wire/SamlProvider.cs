namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class SamlProvider : WireObject
{
    public string? IdpDescriptorUrl { get; set; }

    public string? IdpUrl { get; set; }

    public string? IdpPublicCertificate { get; set; }
}
