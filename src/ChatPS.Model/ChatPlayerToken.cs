using System.Security;

namespace ChatPS;

/// <summary>What a player of an app acts with. The token stays out of sight; ConvertFrom-SecureString -AsPlainText shows it.</summary>
public sealed class ChatPlayerToken : ChatAppObject
{
    /// <summary>The token itself; New-ChatLobby takes it.</summary>
    public required SecureString Token { get; init; }

    /// <summary>How the player signed in: anonymous, nickname or google.</summary>
    public required string Kind { get; init; }

    /// <summary>The player's id, where the token tells it.</summary>
    public string? PlayerId { get; init; }

    /// <summary>The player's name, where the token tells it.</summary>
    public string? Name { get; init; }

    /// <summary>When the token was made, where it tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the token ends; null for one that does not, or does not tell.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The player's name, or else the id, or how he signed in.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name ?? PlayerId ?? Kind;
}
