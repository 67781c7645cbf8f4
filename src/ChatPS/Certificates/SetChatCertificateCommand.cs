using System.Management.Automation;
using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Certificates;

/// <summary>Gives a server a certificate or a key for signing in by SAML or for its directory, in place of the one it has. Its configuration names the file then.</summary>
[Cmdlet(VerbsCommon.Set, "ChatCertificate", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatCertificate))]
public sealed class SetChatCertificateCommand : WriteCmdlet
{
    private const string PathSet = "Path";
    private const string ProviderSet = "Provider";
    private const int LineLength = 64;

    /// <summary>What it is for: SamlIdp (the identity provider's), SamlPublic and SamlPrivate (the server's own), LdapPublic or LdapPrivate.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(CertificateCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Certificate { get; set; }

    /// <summary>The file of the certificate, or of the private key.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The certificate itself as Get-ChatSamlProvider gives it, for SamlIdp. Private keys are taken from files only.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ProviderSet)]
    [ValidateNotNullOrEmpty]
    public string? PublicCertificate { get; set; }

    /// <summary>Emits the certificate's place.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Guard(Certificate, () =>
    {
        var certificates = Require<ICertificates>();
        if (PublicCertificate is not null && !"SamlIdp".Equals(Certificate, StringComparison.OrdinalIgnoreCase))
            throw new ChatException(ChatErrorReason.InvalidRequest, "-PublicCertificate is the identity provider's certificate.") { Advice = "Give others as files, with -Path." };
        var file = Path is null ? InMemory(PublicCertificate!) : LocalFiles.ToUpload(LocalFiles.Resolve(this, Path));
        var (name, wanted) = (Certificate!, PassThru.IsPresent);
        if (Should(name, $"Set certificate {file.Name}"))
            Submit(name, context => Emit(certificates.SetAsync(name, file, context), wanted));
    });

    // In the provider's words it has neither head nor foot.
    private static FileUpload InMemory(string certificate)
    {
        var text = certificate;
        if (!text.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            var lines = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Chunk(LineLength).Select(line => new string(line));
            text = $"-----BEGIN CERTIFICATE-----\n{string.Join('\n', lines)}\n-----END CERTIFICATE-----\n";
        }
        var content = Encoding.ASCII.GetBytes(text);
        return new FileUpload("idp.crt", () => new MemoryStream(content, writable: false));
    }
}
