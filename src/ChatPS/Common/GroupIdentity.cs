namespace ChatPS.Common;

/// <summary>Names a group.</summary>
/// <param name="value">A group's id, its name or the name people see, or an object that belongs to a group.</param>
public sealed class GroupIdentity(object value) : Identity(value, IdOf, "group")
{
    private static string? IdOf(object item) => item switch
    {
        ChatGroup group => group.Id,
        ChatGroupUser member => member.GroupId,
        ChatGroupSync sync => sync.GroupId,
        ChatLdapGroup group => group.GroupId,
        _ => null,
    };
}
