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

    /// <summary>The message for a platform; an object's own room goes before one that was named.</summary>
    internal MessageRef In(RoomIdentity? room, TeamIdentity? team = null) => new(
        Value, RoomId ?? room?.Value, team?.Value, Item is ChatMessage message ? message.ThreadId ?? message.Id : null);

    private static string? IdOf(object item) => item switch
    {
        ChatMessage message => message.Id,
        ChatReaction reaction => reaction.MessageId,
        ChatFile file => file.MessageId,
        ChatEvent happened => happened.MessageId,
        _ => null,
    };
}
