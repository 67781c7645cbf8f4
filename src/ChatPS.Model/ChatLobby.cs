namespace ChatPS;

/// <summary>A lobby: what players see of a room before they are in it.</summary>
public sealed class ChatLobby : ChatAppObject
{
    /// <summary>The room's id, by which the lobby is known too.</summary>
    public required string RoomId { get; init; }

    /// <summary>A short text that players can tell each other to find the lobby.</summary>
    public required string ShortCode { get; init; }

    /// <summary>Who finds it: everybody (public), those who were told of it (private), or nobody because its server is a developer's own machine (local).</summary>
    public required string Visibility { get; init; }

    /// <summary>Where its room runs.</summary>
    public required string Region { get; init; }

    /// <summary>What the room's server is told about the room: any text, which mostly is JSON.</summary>
    public string? Config { get; init; }

    /// <summary>The id of the player who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The short code.</summary>
    /// <returns><see cref="ShortCode"/>.</returns>
    public override string ToString() => ShortCode;

    internal override string? ShownAs => ShortCode;
}
