using System.Globalization;

namespace ChatPS;

/// <summary>A state of code and configuration that an app ran or runs.</summary>
public sealed class ChatAppRelease : ChatAppObject
{
    /// <summary>The platform's id of the release.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppReleaseId => Id;

    /// <summary>The number of the release among the app's; each is higher than those before.</summary>
    public int Version { get; init; }

    /// <summary>What the release changed.</summary>
    public string? Description { get; init; }

    /// <summary>How it went: pending, succeeded, failed, expired.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is the one that the app runs.</summary>
    public bool Current { get; init; }

    /// <summary>Whether the app can go back to it; null where the answer does not say.</summary>
    public bool? CanRestore { get; init; }

    /// <summary>The id of the slug with its code.</summary>
    public string? SlugId { get; init; }

    /// <summary>The id of the container's image with its code.</summary>
    public string? ImageId { get; init; }

    /// <summary>The plans of the add-ons that the app had with it.</summary>
    public IReadOnlyList<string> AddonPlans { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The e-mail address of who made it.</summary>
    public string? User { get; init; }

    /// <summary>The id of who made it.</summary>
    public string? UserId { get; init; }

    /// <summary>Where the output of its release command is read; null where it has none.</summary>
    public string? OutputUrl { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its status last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The version, as v12.</summary>
    /// <returns>The version with a v before it.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v{Version}");

    internal override string? ShownAs => ToString();
}
