namespace ChatPS;

/// <summary>A small picture that stands for a word in messages.</summary>
public sealed class ChatEmoji : ChatObject
{
    /// <summary>The platform's id of the emoji.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string EmojiId => Id;

    /// <summary>The word, without the signs that stand around it in messages.</summary>
    public required string Name { get; init; }

    /// <summary>Whose it is: everybody's (global) or the group's own (group), where the platform tells it.</summary>
    public string? Type { get; init; }

    /// <summary>The address of the picture. On Mattermost it wants a token: Save-ChatEmoji downloads the picture.</summary>
    public string? Url { get; init; }

    /// <summary>The width of the picture in pixels, where the platform tells it.</summary>
    public int? Width { get; init; }

    /// <summary>The height of the picture in pixels, where the platform tells it.</summary>
    public int? Height { get; init; }

    /// <summary>Who added it, where the platform tells it.</summary>
    public string? UserId { get; init; }

    /// <summary>The user name of who added it, where the platform tells it.</summary>
    public string? UserName { get; init; }

    /// <summary>When it was added, where the platform tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, where the platform tells it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The word.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;

    internal override bool HasViewsOfPlatforms => true;
}
