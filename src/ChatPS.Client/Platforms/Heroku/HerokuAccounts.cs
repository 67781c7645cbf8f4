using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>How the API names people.</summary>
internal static class HerokuAccounts
{
    /// <summary>An account in a path: its id or e-mail address, and <c>~</c> for one's own.</summary>
    public static string IdentityOf(UserRef user) => user.IsMe ? "~" : user.Value;
}
