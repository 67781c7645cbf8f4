using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>A cmdlet that changes the webhooks of an app, an add-on, a room or a team.</summary>
public abstract class WebhookWriteCmdlet : WriteCmdlet
{
    private protected WebhookWriteCmdlet()
    {
    }

    /// <summary>The app whose events are told: its id, its name or the object. Left out, and without -Addon, the session's default app (Heroku).</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>The add-on whose events are told: its id, its name or the object. With it, -App counts for nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity? Addon { get; set; }

    /// <summary>The room whose events are told: its id, its name or the object. Left out, the session's default room (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>
    /// The team that the webhook belongs to (Mattermost), or in which the name of the room is looked for: its id, its name or the object. Left out,
    /// the session's team. With -App or -Addon it counts for nothing.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The direction that was named.</summary>
    private protected virtual string? NamedDirection => null;

    /// <summary>Changes a webhook of the app, the add-on or the room, or adds one to it.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="webhook">The webhook; null for one that isn't there yet.</param>
    /// <param name="display">What it is known by, for -WhatIf, -Confirm and the error if there is one.</param>
    /// <param name="action">What is done.</param>
    /// <param name="change">Does the work. It must not look at the cmdlet's parameters: the next item changes them.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void ForWebhook<T>(
        WebhookIdentity? webhook, string display, string action, Func<T, WebhookOwner, CallContext, Task<object?>> change, bool force = false) where T : class
    {
        Guard(display, () =>
        {
            var team = Addon is null && App is null ? Team : null;
            Identity? named = (Identity?)Addon ?? Room ?? (Identity?)App ?? team;
            var identity = OwnerOf(named, webhook);
            var capability = Require<T>(identity);
            var owner = new WebhookOwner(Addon is null ? App?.Literal : null, Addon?.Literal, Room?.Literal)
            {
                Team = team?.Literal,
                // A piped webhook of another platform has none.
                Direction = NamedDirection is { Length: > 0 } direction ? direction : null,
            };
            if (Should(named is null ? display : $"{display} of {named.Display}", action, force))
                Submit(display, context => change(capability, owner, context));
        });
    }
}
