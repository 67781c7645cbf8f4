using System.Security;

namespace ChatPS;

/// <summary>An address that a platform tells of what happens: to an app, to an add-on or in a room.</summary>
public sealed class ChatWebhook : ChatObject
{
    /// <summary>The platform's id of the webhook.</summary>
    public required string Id { get; init; }

    /// <summary>What other cmdlets take from the pipeline: the key where there is one, or else the id.</summary>
    public string WebhookId => Key ?? Id;

    /// <summary>What its maker named it by in the room, and may replace it by (HipChat).</summary>
    public string? Key { get; init; }

    /// <summary>What people know it by, where it has a name.</summary>
    public string? Name { get; init; }

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

    /// <summary>The address that is told. It may have a user name and a password in it.</summary>
    public required string Url { get; init; }

    /// <summary>Which events are told, such as api:release.</summary>
    public IReadOnlyList<string> Events { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The regular expression that a message has to fit to be told; null for every one.</summary>
    public string? Pattern { get; init; }

    /// <summary>How deliveries show who sent them (HipChat): jwt, or none.</summary>
    public string? Authentication { get; init; }

    /// <summary>Whether each event is told once (notify) or, in their order, until the address confirms it (sync).</summary>
    public string? Level { get; init; }

    /// <summary>What the deliveries are signed with. The platform shows it only when the webhook is made.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>When the webhook was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the webhook was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The address, without a user name and password.</summary>
    /// <returns><see cref="Url"/>, or a part of it.</returns>
    public override string ToString() => WebAddress.WithoutUser(Url);

    internal override string? ShownAs => WebAddress.WithoutUser(Url);
}
