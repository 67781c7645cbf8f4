namespace ChatPS;

/// <summary>Something of the platform that can be switched on for an app.</summary>
public sealed class ChatAppFeature : ChatAppObject
{
    /// <summary>The platform's id of the feature.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppFeatureId => Id;

    /// <summary>The feature's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The name that the platform's pages show.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the feature does.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the app has it.</summary>
    public bool Enabled { get; init; }

    /// <summary>How mature the feature is: alpha, beta, general.</summary>
    public string? State { get; init; }

    /// <summary>Where the feature is documented.</summary>
    public string? DocumentationUrl { get; init; }

    /// <summary>Where to write what you think of it.</summary>
    public string? FeedbackEmail { get; init; }

    /// <summary>When the feature came to be.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the feature was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The feature's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
