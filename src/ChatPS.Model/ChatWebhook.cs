using System.Security;

namespace ChatPS;

/// <summary>
/// An address that a platform tells of what happens: to an app, to an add-on or in a room. On Mattermost also an address of the platform's own,
/// at which others put messages into a room.
/// </summary>
public sealed class ChatWebhook : ChatObject
{
    /// <summary>The platform's id of the webhook.</summary>
    public required string Id { get; init; }

    /// <summary>What other cmdlets take from the pipeline: the key where there is one, or else the id.</summary>
    public string WebhookId => Key ?? Id;

    /// <summary>What its maker named it by in the room, and may replace it by (HipChat).</summary>
    public string? Key { get; init; }

    /// <summary>Which way messages go (Mattermost): incoming for webhooks that put them into a room, outgoing for those that tell others of them.</summary>
    public string? Direction { get; init; }

    /// <summary>What people know it by, where it has a name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for (Mattermost).</summary>
    public string? Description { get; init; }

    /// <summary>The id of the team that it belongs to (Mattermost).</summary>
    public string? TeamId { get; init; }

    /// <summary>The id of the app whose events are told; where the platform does not tell it, the name that was asked for. Null for an add-on's webhook.</summary>
    public string? AppId { get; init; }

    /// <summary>The name of the app whose events are told, where the platform tells it.</summary>
    public string? AppName { get; init; }

    /// <summary>The id of the add-on whose events are told; where the platform does not tell it, the name that was asked for. Null for an app's webhook.</summary>
    public string? AddonId { get; init; }

    /// <summary>The name of the add-on whose events are told, where the platform tells it.</summary>
    public string? AddonName { get; init; }

    /// <summary>The room whose events are told; where the platform does not tell its id, the name that was asked for.</summary>
    public string? RoomId { get; init; }

    /// <summary>The name of the room whose events are told, where the platform tells it.</summary>
    public string? RoomName { get; init; }

    /// <summary>Whether messages that come in may name no other room than the webhook's own (Mattermost); null for an outgoing one.</summary>
    public bool? IsRoomLocked { get; init; }

    /// <summary>The id of the user whose it is (Mattermost).</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name of that user, where it is known.</summary>
    public string? Owner { get; init; }

    /// <summary>The name that its messages show in place of the owner's (Mattermost).</summary>
    public string? PostAs { get; init; }

    /// <summary>The address of the picture that its messages show in place of the owner's (Mattermost).</summary>
    public string? IconUrl { get; init; }

    /// <summary>
    /// The address that is told; of several the first. It may have a user name and a password in it. Of an incoming webhook of Mattermost the
    /// address to send messages to: whoever knows it can.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>All addresses that are told, where there may be several (Mattermost).</summary>
    public IReadOnlyList<string> Urls { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The words that a message has to begin with to be told (Mattermost); none for every message of the room.</summary>
    public IReadOnlyList<string> TriggerWords { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether the first word has to be a trigger word (exact) or only has to begin with one (start); Mattermost.</summary>
    public string? TriggerWhen { get; init; }

    /// <summary>The form in which messages are told, such as application/json (Mattermost).</summary>
    public string? ContentType { get; init; }

    /// <summary>Which events are told, such as api:release.</summary>
    public IReadOnlyList<string> Events { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The regular expression that a message has to fit to be told; null for every one.</summary>
    public string? Pattern { get; init; }

    /// <summary>How deliveries show who sent them (HipChat): jwt, or none.</summary>
    public string? Authentication { get; init; }

    /// <summary>Whether each event is told once (notify) or, in their order, until the address confirms it (sync).</summary>
    public string? Level { get; init; }

    /// <summary>What the deliveries are signed with, which the platform shows only when the webhook is made; on Mattermost the token that they carry.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>When the webhook was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the webhook was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The address, without a user name and password; of a webhook of Mattermost the name, where it has one.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => ShownAs!;

    // The address of an incoming one is what lets messages in.
    internal override string? ShownAs => Direction is null ? WebAddress.WithoutUser(Url) : Name ?? Id;

    internal override bool HasViewsOfPlatforms => true;
}
