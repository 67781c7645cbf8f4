using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Removes webhooks from an app, an add-on, a room or a team.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatWebhookCommand : WebhookWriteCmdlet
{
    /// <summary>The webhooks: ids, keys, names (Mattermost) or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>Which kind of webhook it is (Mattermost): incoming or outgoing. Left out, the server is asked; an object tells it itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookDirectionCompleter))]
    public string? Direction { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string? NamedDirection => Direction;

    private protected override void Process()
    {
        foreach (var webhook in Webhook!)
        {
            ForWebhook<IWebhookRemover>(
                webhook, webhook.Display, "Remove webhook", (webhooks, owner, context) => Emit(webhooks.RemoveAsync(owner, webhook.Literal, context)), Force);
        }
    }
}
