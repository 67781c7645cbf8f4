namespace ChatPS.Common;

/// <summary>Names a group of the directory.</summary>
/// <param name="value">What the directory knows it by, its name, or an object of the group or of the one that is linked to it.</param>
public sealed class LdapGroupIdentity(object value) : Identity(value, IdOf, "group of the directory")
{
    private static string? IdOf(object item) => item switch
    {
        ChatLdapGroup group => group.RemoteId,
        ChatGroup group => group.RemoteId,
        _ => null,
    };
}
