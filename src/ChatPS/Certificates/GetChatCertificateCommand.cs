using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Certificates;

/// <summary>Gets which certificates and keys a server has for signing in by SAML and for its directory. What is in them no server shows.</summary>
[Cmdlet(VerbsCommon.Get, "ChatCertificate")]
[OutputType(typeof(ChatCertificate))]
public sealed class GetChatCertificateCommand : SessionCmdlet
{
    /// <summary>What they are for, or patterns of it, such as Saml*. Left out, all that there is a place for.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CertificateName", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CertificateCompleter))]
    public string[]? Certificate { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var patterns = Certificate?.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();
        foreach (var certificate in Await(Require<ICertificates>().ListAsync(Context)))
        {
            if (patterns is null || Array.Exists(patterns, pattern => pattern.IsMatch(certificate.Name)))
                Write(certificate);
        }
    });
}
