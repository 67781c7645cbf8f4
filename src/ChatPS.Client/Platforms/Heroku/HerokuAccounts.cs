using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>How the API names people.</summary>
internal static class HerokuAccounts
{
    /// <summary>An account in a path: its id or e-mail address, and <c>~</c> for one's own.</summary>
    public static string IdentityOf(UserRef user) => user.IsMe ? "~" : user.Value;

    /// <summary>An e-mail address, which is what members and collaborators are called by; what the caller has no address of stays as it is.</summary>
    public static string AddressOf(UserRef user, ChatSession session) =>
        (user.IsMe ? session.UserName : user.UserName?.Contains('@', StringComparison.Ordinal) == true ? user.UserName : null) ?? user.Value;
}
