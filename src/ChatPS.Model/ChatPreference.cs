namespace ChatPS;

/// <summary>Something that a user has set for themselves.</summary>
public sealed class ChatPreference : ChatObject
{
    /// <summary>The id of whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>What it is about, such as display_settings or theme.</summary>
    public required string Category { get; init; }

    /// <summary>Its name among those of the category.</summary>
    public required string Name { get; init; }

    /// <summary>The value, as a text.</summary>
    public required string Value { get; init; }

    /// <summary>The category and the name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Category}/{Name}";

    internal override string? ShownAs => $"{Category}/{Name}";
}
