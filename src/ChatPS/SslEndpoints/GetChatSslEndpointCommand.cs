using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.SslEndpoints;

/// <summary>Gets the certificates of apps.</summary>
[Cmdlet(VerbsCommon.Get, "ChatSslEndpoint", SupportsPaging = true)]
[OutputType(typeof(ChatSslEndpoint))]
public sealed class GetChatSslEndpointCommand : AppItemGetCmdlet
{
    /// <summary>The endpoints: ids, names or patterns. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("SslEndpointId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SslEndpointCompleter))]
    public SslEndpointIdentity[]? SslEndpoint { get; set; }

    /// <summary>Gets endpoints of the former kind, which have an address of their own; left out, those that are chosen by the name the browser asks for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IsLegacy")]
    public SwitchParameter Legacy { get; set; }

    private protected override void Process() => WriteItems<ChatSslEndpoint>(
        SslEndpoint, endpoint => [endpoint.Name, endpoint.DisplayName], app => Require<ISslEndpoints>(app).OfKind(Legacy));
}
