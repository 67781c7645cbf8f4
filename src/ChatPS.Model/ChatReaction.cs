namespace ChatPS;

/// <summary>Somebody's reaction to a message.</summary>
public sealed class ChatReaction : ChatObject
{
    /// <summary>The message.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who reacted.</summary>
    public required string UserId { get; init; }

    /// <summary>Their user name.</summary>
    public string? UserName { get; init; }

    /// <summary>The emoji's name, without colons.</summary>
    public required string Emoji { get; init; }

    /// <summary>When the reaction was given.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The emoji between colons.</summary>
    /// <returns><see cref="Emoji"/> as it is written in a message.</returns>
    public override string ToString() => $":{Emoji}:";
}
