using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Gets the webhooks of apps, add-ons, rooms and teams.</summary>
[Cmdlet(VerbsCommon.Get, "ChatWebhook", SupportsPaging = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class GetChatWebhookCommand : OrderedGetCmdlet
{
    /// <summary>The apps whose webhooks are wanted: ids, names or objects. Left out, and without -Addon, the session's default app (Heroku).</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The webhooks: ids, keys, or patterns that their addresses, keys or names fit; on Mattermost names too. Left out, all there are.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    [SupportsWildcards]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>The add-ons whose webhooks are wanted: ids, names or objects. With it, -App counts for nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    /// <summary>The rooms whose webhooks are wanted: ids, names or objects. Left out, the session's default room (HipChat), or those of all rooms (Mattermost).</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>
    /// The teams whose webhooks are wanted (Mattermost), or the one in which the names of rooms are looked for: ids, names or objects. Left out, the
    /// session's team, or all teams where it has none. With -App or -Addon it counts for nothing.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Which webhooks are wanted (Mattermost): incoming for those that take messages, outgoing for those that tell others of them. Left out, both.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookDirectionCompleter))]
    public string? Direction { get; set; }

    private protected override void Process()
    {
        // A piped webhook of another platform has none.
        var all = new WebhookOwner(null, null, null) { Direction = Direction is { Length: > 0 } ? Direction : null };
        if ((Addon, Room, App, Team) is (null, null, null, null))
            WriteOf(null, all);
        foreach (var addon in Addon ?? [])
            WriteOf(addon, all with { Addon = addon.Literal });
        foreach (var room in Room ?? [])
            WriteOf(room, all with { Room = room.Literal, Team = Team is [var only] ? only.Literal : null });
        foreach (var app in (Addon is null ? App : null) ?? [])
            WriteOf(app, all with { App = app.Literal });
        foreach (var team in ((Addon, Room, App) is (null, null, null) ? Team : null) ?? [])
            WriteOf(team, all with { Team = team.Literal });
    }

    private void WriteOf(Identity? owner, WebhookOwner of) => Guard(owner, () =>
    {
        var webhooks = Require<IWebhookReader>(owner);
        WriteItems<ChatWebhook>(
            Webhook,
            (window, context) => webhooks.ListAsync(of, window, context),
            (webhook, context) => webhooks.GetAsync(of, webhook, context),
            webhook => [webhook.Url, webhook.Key, webhook.Name]);
    });
}
