using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>Names a user.</summary>
/// <param name="value">A user's id, name or e-mail address, or an object that belongs to a user.</param>
public sealed class UserIdentity(object value) : Identity(value, IdOf, "user")
{
    // An object tells the name too, and some platforms want the one, some the other.
    private readonly string? _userName = (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        ChatUser user => user.UserName,
        ChatBot bot => bot.UserName,
        ChatRoomUser member => member.UserName,
        ChatTeamUser member => member.UserName,
        ChatAppCollaborator collaborator => collaborator.Email,
        ChatInvite invite => invite.Email,
        ChatMessage message => message.UserName,
        ChatEvent happened => happened.UserName,
        ChatUserAttributeValue value => value.UserName,
        _ => null,
    };

    /// <summary>The user as the client takes it.</summary>
    internal UserRef Ref => new(Value, _userName) { Email = (Item as ChatUser)?.Email };

    private static string? IdOf(object item) => item switch
    {
        ChatUser user => user.Id,
        ChatBot bot => bot.Id,
        ChatRoomUser member => member.UserId,
        ChatTeamUser member => member.UserId,
        ChatAppCollaborator collaborator => collaborator.UserId,
        ChatInvite invite => invite.UserId ?? invite.Email,
        ChatMessage message => message.UserId,
        ChatEvent happened => happened.UserId,
        ChatUserSession session => session.UserId,
        ChatPreference preference => preference.UserId,
        ChatUserAttributeValue value => value.UserId,
        _ => null,
    };
}
