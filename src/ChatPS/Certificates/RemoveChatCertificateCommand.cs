using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Certificates;

/// <summary>Takes certificates or keys from a server. Without the identity provider's, nobody signs in by SAML any more.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatCertificate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatCertificateCommand : WriteCmdlet
{
    /// <summary>What they are for: SamlIdp, SamlPublic, SamlPrivate, LdapPublic or LdapPrivate.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CertificateName", "Name")]
    [ArgumentCompleter(typeof(CertificateCompleter))]
    public string[]? Certificate { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var name in Certificate!)
        {
            Guard(name, () =>
            {
                var certificates = Require<ICertificates>();
                if (Should(name, "Remove certificate", Force))
                    Submit(name, context => Emit(certificates.RemoveAsync(name, context)));
            });
        }
    }
}
