namespace ChatPS.Common;

/// <summary>Names a user.</summary>
/// <param name="value">A user's id, name or e-mail address, or an object that belongs to a user.</param>
public sealed class UserIdentity(object value) : Identity(value, IdOf, "user")
{
    private static string? IdOf(object item) => item switch
    {
        ChatUser user => user.Id,
        ChatRoomUser member => member.UserId,
        ChatTeamUser member => member.UserId,
        ChatMessage message => message.UserId,
        _ => null,
    };
}
