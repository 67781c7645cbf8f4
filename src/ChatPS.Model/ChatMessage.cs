namespace ChatPS;

/// <summary>A message in a room.</summary>
public sealed class ChatMessage : ChatObject
{
    /// <summary>The platform's id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string MessageId => Id;

    /// <summary>The room the message stands in; where the platform does not tell its id, the name that was asked for. Null in a private conversation that is no room.</summary>
    public required string? RoomId { get; init; }

    /// <summary>The person that a private conversation is with, as it was asked for, where it is no room (HipChat).</summary>
    public string? WithUserId { get; init; }

    /// <summary>Who wrote the message.</summary>
    public string? UserId { get; init; }

    /// <summary>The writer's user name, where the platform sends it along.</summary>
    public string? UserName { get; init; }

    /// <summary>The text as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>The text as HTML, where the platform renders it.</summary>
    public string? Html { get; init; }

    /// <summary>What kind of message it is, in the platform's words; empty for a plain one.</summary>
    public string? Type { get; init; }

    /// <summary>The message that began the thread, when this one is a reply.</summary>
    public string? ThreadId { get; init; }

    /// <summary>How many replies the message has, where the platform says so.</summary>
    public int? ReplyCount { get; init; }

    /// <summary>Whether the message is pinned to the room.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The files attached to the message.</summary>
    public IReadOnlyList<string> FileIds { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When anything about the message last changed, reactions included, where the platform says so.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the message was last edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When the message was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The message's text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
