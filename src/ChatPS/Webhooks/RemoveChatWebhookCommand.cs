using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Removes webhooks from an app, an add-on or a room.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatWebhookCommand : WebhookWriteCmdlet
{
    /// <summary>The webhooks: ids, keys or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var webhook in Webhook!)
        {
            ForWebhook<IWebhookRemover>(
                webhook, webhook.Display, "Remove webhook", (webhooks, owner, context) => Emit(webhooks.RemoveAsync(owner, webhook.Literal, context)), Force);
        }
    }
}
