using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.SslEndpoints;

/// <summary>Takes certificates away from an app.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatSslEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatSslEndpointCommand : AppItemWriteCmdlet
{
    /// <summary>The endpoints: ids, names or objects. Objects also tell which kind they are of.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SslEndpointId")]
    [ArgumentCompleter(typeof(SslEndpointCompleter))]
    public SslEndpointIdentity[]? SslEndpoint { get; set; }

    /// <summary>Endpoints of the former kind, which have an address of their own; left out, those that are chosen by the name the browser asks for.</summary>
    [Parameter]
    public SwitchParameter Legacy { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var endpoint in SslEndpoint!)
        {
            var legacy = Legacy || endpoint.IsLegacy;
            ForEachItem<ISslEndpoints>([endpoint], "Remove certificate", (endpoints, app, item, context) =>
                Emit(endpoints.OfKind(legacy).RemoveAsync(app, item, context)), Force);
        }
    }
}
