namespace ChatPS.Common;

/// <summary>Names a place where somebody is signed in.</summary>
/// <param name="value">A session's id, or the object.</param>
public sealed class UserSessionIdentity(object value) : Identity(value, item => (item as ChatUserSession)?.Id, "user's session")
{
    /// <summary>Whose it is, if it was named by its object.</summary>
    internal string? UserId => (Item as ChatUserSession)?.UserId;
}
