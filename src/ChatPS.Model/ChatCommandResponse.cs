namespace ChatPS;

/// <summary>What a slash command said to who ran it.</summary>
public sealed class ChatCommandResponse : ChatObject
{
    /// <summary>What was typed.</summary>
    public required string Command { get; init; }

    /// <summary>The id of the room in which it was.</summary>
    public required string RoomId { get; init; }

    /// <summary>What the command says.</summary>
    public string? Text { get; init; }

    /// <summary>Who reads it: the whole room (in_channel) or nobody else (ephemeral); null for a command that says nothing.</summary>
    public string? ResponseType { get; init; }

    /// <summary>The name it is said under, where the command gives one.</summary>
    public string? UserName { get; init; }

    /// <summary>The address of the picture it is said with, where the command gives one.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Where the command sends a client.</summary>
    public string? Url { get; init; }

    /// <summary>What the command says.</summary>
    /// <returns><see cref="Text"/>, or nothing.</returns>
    public override string ToString() => Text ?? "";
}
