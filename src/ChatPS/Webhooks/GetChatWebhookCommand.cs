using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Gets the webhooks of apps and add-ons.</summary>
[Cmdlet(VerbsCommon.Get, "ChatWebhook", SupportsPaging = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class GetChatWebhookCommand : OrderedGetCmdlet
{
    /// <summary>The apps whose webhooks are wanted: ids, names or objects. Left out, and without -Addon, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The webhooks: ids, or patterns that their addresses fit. Left out, all of the app's or the add-on's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    [SupportsWildcards]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>The add-ons whose webhooks are wanted: ids, names or objects. With it, -App counts for nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    private protected override void Process()
    {
        if (Addon is null)
        {
            foreach (var app in App ?? [new AppIdentity(ConnectionFor().Session.AppOr(null))])
                WriteOf(app, new WebhookOwner(app.Literal, null));
        }
        foreach (var addon in Addon ?? [])
            WriteOf(addon, new WebhookOwner(null, addon.Literal));
    }

    private void WriteOf(Identity owner, WebhookOwner of) => Guard(owner.Value, () =>
    {
        var webhooks = Require<IWebhookReader>(owner);
        WriteItems<ChatWebhook>(
            Webhook,
            (window, context) => webhooks.ListAsync(of, window, context),
            (webhook, context) => webhooks.GetAsync(of, webhook, context),
            webhook => [webhook.Url]);
    });
}
