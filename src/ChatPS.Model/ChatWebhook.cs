using System.Security;

namespace ChatPS;

/// <summary>An address that a platform tells of what happens: to an app or to an add-on.</summary>
public sealed class ChatWebhook : ChatObject
{
    /// <summary>The platform's id of the webhook.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string WebhookId => Id;

    /// <summary>The id of the app whose events are told; where the platform does not tell it, the name that was asked for. Null for an add-on's webhook.</summary>
    public string? AppId { get; init; }

    /// <summary>The name of the app whose events are told, where the platform tells it.</summary>
    public string? AppName { get; init; }

    /// <summary>The id of the add-on whose events are told; where the platform does not tell it, the name that was asked for. Null for an app's webhook.</summary>
    public string? AddonId { get; init; }

    /// <summary>The name of the add-on whose events are told, where the platform tells it.</summary>
    public string? AddonName { get; init; }

    /// <summary>The address that is told. It may have a user name and a password in it.</summary>
    public required string Url { get; init; }

    /// <summary>Which events are told, such as api:release.</summary>
    public IReadOnlyList<string> Events { get; init => field = Lists.Indexable(value); } = [];

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
