using System.Security;

namespace ChatPS;

/// <summary>An application that asks people for access to their accounts.</summary>
public sealed class ChatOAuthClient : ChatObject
{
    /// <summary>The platform's id of the application, which it shows when it asks.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string OAuthClientId => Id;

    /// <summary>The name that people see.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, as people read before they let it in (Mattermost).</summary>
    public string? Description { get; init; }

    /// <summary>Where people read more of it (Mattermost).</summary>
    public string? Homepage { get; init; }

    /// <summary>The address of its picture (Mattermost).</summary>
    public string? IconUrl { get; init; }

    /// <summary>Whether people are let in without being asked (Mattermost).</summary>
    public bool? IsTrusted { get; init; }

    /// <summary>Where people are sent after they agreed; of several addresses the first.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>All the addresses that people may be sent to.</summary>
    public IReadOnlyList<string> RedirectUris { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>What the application shows to be itself; it stays out of sight until ConvertFrom-SecureString -AsPlainText shows it.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>Whether people whose bills are unpaid can use it all the same.</summary>
    public bool? IgnoresDelinquent { get; init; }

    /// <summary>The id of the user who registered it (Mattermost).</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name of that user, where it is known.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;

    internal override bool HasViewsOfPlatforms => true;
}
