using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>Names a message.</summary>
/// <param name="value">A message's id, or an object that belongs to a message.</param>
public sealed class MessageIdentity(object value) : Identity(value, IdOf, "message")
{
    /// <summary>The room the message is in, where the object says so.</summary>
    internal string? RoomId => Item switch
    {
        ChatMessage message => message.RoomId,
        ChatFile file => file.RoomId,
        ChatEvent happened => happened.RoomId,
        _ => null,
    };

    /// <summary>The person that the private conversation is with, where the message stands in one that is no room.</summary>
    internal UserRef? With => Item is ChatMessage { WithUserId: { } user } ? new UserRef(user) : null;

    /// <summary>The message for a platform; an object's own room or conversation goes before one that was named.</summary>
    internal MessageRef In(RoomIdentity? room, TeamIdentity? team = null, UserIdentity? user = null) => new(
        Value,
        RoomId ?? (With is null ? room?.Value : null),
        team?.Value,
        Item is ChatMessage message ? message.ThreadId ?? message.Id : null,
        RoomId is null ? With ?? user?.Ref : null);

    private static string? IdOf(object item) => item switch
    {
        ChatMessage message => message.Id,
        ChatReaction reaction => reaction.MessageId,
        ChatFile file => file.MessageId,
        ChatEvent happened => happened.MessageId,
        _ => null,
    };
}
