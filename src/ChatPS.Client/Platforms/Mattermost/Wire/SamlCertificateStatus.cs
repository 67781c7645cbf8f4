namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class SamlCertificateStatus
{
    public bool IdpCertificateFile { get; set; }

    public bool PublicCertificateFile { get; set; }

    public bool PrivateKeyFile { get; set; }
}
