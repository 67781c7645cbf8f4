namespace ChatPS.Common;

/// <summary>Names somebody who works on an app.</summary>
/// <param name="value">An e-mail address, an id, or an object that belongs to a user.</param>
public sealed class AppCollaboratorIdentity(object value) : Identity(value, IdOf, "collaborator")
{
    // A team's apps know their collaborators by address only.
    private static string? IdOf(object item) => item switch
    {
        ChatAppCollaborator collaborator => collaborator.Email,
        ChatUser user => user.Email ?? user.Id,
        ChatTeamUser member => member.Email ?? member.UserId,
        _ => null,
    };
}
