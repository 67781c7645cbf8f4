namespace ChatPS;

/// <summary>Something other than a new message that happened in a room, or to the account itself.</summary>
public sealed class ChatEvent : ChatObject
{
    /// <summary>The platform's id of the event, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>The same as <see cref="Id"/>.</summary>
    public string? EventId => Id;

    /// <summary>
    /// What happened: Activity (something around the room that <see cref="Text"/> tells of, such as a ban or a push to its repository),
    /// MessageChanged, MessageRead, MessageRemoved, ReactionAdded, ReactionRemoved, RoomCreated, RoomChanged, RoomRemoved, RoomRestored, UserJoined,
    /// UserLeft, UserChanged, UserTyping, UserOnline, UserOffline; of the account itself RoomJoined, RoomLeft, RoomActive, UnreadChanged, Unread, Read,
    /// ModeChanged, RoleChanged, StatusChanged, Notification; of a team or the server TeamJoined, TeamLeft, TeamChanged, TeamRemoved, TeamRestored,
    /// UserCreated; anything else in the platform's words.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The room it happened in.</summary>
    public string? RoomId { get; init; }

    /// <summary>The user it happened to.</summary>
    public string? UserId { get; init; }

    /// <summary>The user's name, where the platform sends it along.</summary>
    public string? UserName { get; init; }

    /// <summary>The message it happened to.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message as it is now, where the platform sends it along.</summary>
    public ChatMessage? Message { get; init; }

    /// <summary>What happened, in words, where the platform has any.</summary>
    public string? Text { get; init; }

    /// <summary>When it happened; when it was told, where the platform does not say.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The event in words.</summary>
    /// <returns><see cref="Text"/>, or else <see cref="Kind"/>.</returns>
    public override string ToString() => Text ?? Kind;
}
