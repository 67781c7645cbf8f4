using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>Names a bot.</summary>
/// <param name="value">A bot's id or name, or the object; the user that it is as well.</param>
public sealed class BotIdentity(object value) : Identity(value, IdOf, "bot")
{
    /// <summary>The bot as a user.</summary>
    internal UserRef Ref => new(Literal);

    private static string? IdOf(object item) => item switch
    {
        ChatBot bot => bot.Id,
        ChatUser user => user.Id,
        _ => null,
    };
}
