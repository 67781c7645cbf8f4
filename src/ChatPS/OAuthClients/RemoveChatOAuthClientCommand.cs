using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Deletes OAuth clients, and with them every access that people gave them.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatOAuthClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatOAuthClientCommand : WriteCmdlet
{
    /// <summary>The OAuth clients: ids, names (Mattermost) or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OAuthClientId")]
    public OAuthClientIdentity[]? OAuthClient { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IItemRemover<ChatOAuthClient>>(OAuthClient!, "Delete OAuth client", (items, item, context) => Emit(items.RemoveAsync(item, context)), Force);
}
