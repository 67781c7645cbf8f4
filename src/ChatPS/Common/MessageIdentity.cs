namespace ChatPS.Common;

/// <summary>Names a message.</summary>
/// <param name="value">A message's id, or an object that belongs to a message.</param>
public sealed class MessageIdentity(object value) : Identity(value, IdOf, "message")
{
    private static string? IdOf(object item) => item switch
    {
        ChatMessage message => message.Id,
        ChatReaction reaction => reaction.MessageId,
        ChatFile file => file.MessageId,
        _ => null,
    };
}
