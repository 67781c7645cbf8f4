namespace ChatPS;

/// <summary>Whether somebody can be reached.</summary>
public sealed class ChatUserPresence : ChatObject
{
    /// <summary>The id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The user's name, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>
    /// How the user is to be reached, in the platform's words: online, away, dnd (do not disturb) or offline on Mattermost; chat, away, dnd, xa (away
    /// for longer) or offline on HipChat. Null for somebody who is online and does not say.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>What the user says about it; on Mattermost the custom status.</summary>
    public string? Message { get; init; }

    /// <summary>The emoji beside the message, by its name (Mattermost).</summary>
    public string? Emoji { get; init; }

    /// <summary>When the message goes by itself, if it does (Mattermost).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the user is there at all.</summary>
    public bool IsOnline { get; init; }

    /// <summary>Whether the user has set the status, instead of its following what the user does (Mattermost).</summary>
    public bool? IsManual { get; init; }

    /// <summary>How long the user has been doing nothing (HipChat).</summary>
    public TimeSpan? IdleTime { get; init; }

    /// <summary>When the user last did something, where the platform tells it.</summary>
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>How the user is to be reached.</summary>
    /// <returns><see cref="Status"/>, or online where nothing else is said.</returns>
    public override string ToString() => Status ?? "online";

    internal override string? ShownAs => UserName;
}
