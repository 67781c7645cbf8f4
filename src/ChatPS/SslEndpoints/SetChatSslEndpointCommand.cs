using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.SslEndpoints;

/// <summary>Renews certificates of an app.</summary>
[Cmdlet(VerbsCommon.Set, "ChatSslEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(ChatSslEndpoint))]
public sealed class SetChatSslEndpointCommand : SslEndpointWriteCmdlet
{
    /// <summary>The endpoints: ids, names or objects. Objects also tell which kind they are of.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SslEndpointId")]
    [ArgumentCompleter(typeof(SslEndpointCompleter))]
    public SslEndpointIdentity[]? SslEndpoint { get; set; }

    /// <summary>The file with the new certificate and those that vouch for it, in PEM form; it is read when the cmdlet runs.</summary>
    [Parameter]
    public string? CertificatePath { get; set; }

    /// <summary>The file with the new certificate's key, in PEM form without a password; it is read when the cmdlet runs.</summary>
    [Parameter]
    [Alias("PrivateKeyPath")]
    public string? KeyPath { get; set; }

    /// <summary>The new certificate and those that vouch for it as a text in PEM form, instead of -CertificatePath.</summary>
    [Parameter]
    public string? CertificateChain { get; set; }

    /// <summary>
    /// For endpoints of the former kind: whether the platform puts the chain in order and leaves out what is not needed; with $false it
    /// takes the chain as it is. Left out, it does.
    /// </summary>
    [Parameter]
    public SwitchParameter Preprocess { get; set; }

    /// <summary>For endpoints of the former kind: brings back the certificate from before the last change.</summary>
    [Parameter]
    public SwitchParameter Rollback { get; set; }

    /// <summary>Emits the changed endpoints.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new SslEndpointChange
        {
            CertificateChain = ChainFrom(CertificateChain, CertificatePath),
            PrivateKey = KeyFrom(KeyPath),
            Preprocess = Given(nameof(Preprocess), Preprocess),
            Rollback = Given(nameof(Rollback), Rollback),
        };
        RefuseNothing(change, new SslEndpointChange());
        var passThru = PassThru.IsPresent;
        foreach (var endpoint in SslEndpoint!)
        {
            var legacy = Legacy || endpoint.IsLegacy;
            ForEachItem<ISslEndpoints>([endpoint], "Change certificate", (endpoints, app, item, context) =>
                Emit(endpoints.OfKind(legacy).UpdateAsync(app, item, change, context), passThru));
        }
    }
}
