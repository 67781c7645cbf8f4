using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.SslEndpoints;

/// <summary>Gives an app a certificate.</summary>
[Cmdlet(VerbsCommon.New, "ChatSslEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(ChatSslEndpoint))]
public sealed class NewChatSslEndpointCommand : SslEndpointWriteCmdlet
{
    /// <summary>The file with the certificate and those that vouch for it, in PEM form; it is read when the cmdlet runs.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? CertificatePath { get; set; }

    /// <summary>The file with the certificate's key, in PEM form without a password; it is read when the cmdlet runs.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("PrivateKeyPath")]
    public string? KeyPath { get; set; }

    /// <summary>The certificate and those that vouch for it as a text in PEM form, instead of -CertificatePath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CertificateChain { get; set; }

    /// <summary>
    /// With -Legacy: whether the platform puts the chain in order and leaves out what is not needed; with $false it takes the chain as it
    /// is. Left out, it does.
    /// </summary>
    [Parameter]
    public SwitchParameter Preprocess { get; set; }

    private protected override void Process() => Guard(CertificatePath, () =>
    {
        var endpoint = ChainFrom(CertificateChain, CertificatePath) is { } chain && KeyFrom(KeyPath) is { } key
            ? new NewSslEndpoint(chain, key) { Preprocess = Given(nameof(Preprocess), Preprocess) }
            : throw new ChatException(ChatErrorReason.InvalidRequest, "A certificate and its key are needed.")
            {
                Advice = "Give -CertificatePath or -CertificateChain, and -KeyPath or -PrivateKey.",
            };
        var legacy = Legacy.IsPresent;
        ForApp<ISslEndpoints>(null, "Add certificate", (endpoints, app, context) => Emit(endpoints.OfKind(legacy).CreateAsync(app, endpoint, context)));
    });
}
