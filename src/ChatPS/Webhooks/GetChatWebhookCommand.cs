using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Gets the webhooks of apps, add-ons and rooms.</summary>
[Cmdlet(VerbsCommon.Get, "ChatWebhook", SupportsPaging = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class GetChatWebhookCommand : OrderedGetCmdlet
{
    /// <summary>The apps whose webhooks are wanted: ids, names or objects. Left out, and without -Addon, the session's default app (Heroku).</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The webhooks: ids, keys, or patterns that their addresses, keys or names fit. Left out, all of the app's, the add-on's or the room's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    [SupportsWildcards]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>The add-ons whose webhooks are wanted: ids, names or objects. With it, -App counts for nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    /// <summary>The rooms whose webhooks are wanted: ids, names or objects. Left out, the session's default room (HipChat).</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    private protected override void Process()
    {
        if ((Addon, Room, App) is (null, null, null))
            WriteOf(null, new WebhookOwner(null, null, null));
        foreach (var addon in Addon ?? [])
            WriteOf(addon, new WebhookOwner(null, addon.Literal, null));
        foreach (var room in Room ?? [])
            WriteOf(room, new WebhookOwner(null, null, room.Literal));
        foreach (var app in (Addon is null ? App : null) ?? [])
            WriteOf(app, new WebhookOwner(app.Literal, null, null));
    }

    private void WriteOf(Identity? owner, WebhookOwner of) => Guard(owner?.Value, () =>
    {
        var webhooks = Require<IWebhookReader>(owner);
        WriteItems<ChatWebhook>(
            Webhook,
            (window, context) => webhooks.ListAsync(of, window, context),
            (webhook, context) => webhooks.GetAsync(of, webhook, context),
            webhook => [webhook.Url, webhook.Key, webhook.Name]);
    });
}
