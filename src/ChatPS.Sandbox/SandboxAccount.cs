namespace ChatPS.Sandbox;

/// <summary>An account of a service that a client may sign in with. Its secrets are random and made anew at each start.</summary>
public sealed class SandboxAccount
{
    internal SandboxAccount(string role, string userId, string userName, string email, string password, string token, string? mfaToken = null) =>
        (Role, UserId, UserName, Email, Password, Token, MfaToken) = (role, userId, userName, email, password, token, mfaToken);

    /// <summary>What the account may do: <c>admin</c>, <c>member</c>, or <c>mfa</c> for a member who needs a second factor.</summary>
    public string Role { get; }

    /// <summary>The platform's id of the user.</summary>
    public string UserId { get; }

    /// <summary>The name to sign in with.</summary>
    public string UserName { get; }

    /// <summary>The e-mail address, under example.com.</summary>
    public string Email { get; }

    /// <summary>The password, where the platform has one.</summary>
    public string Password { get; }

    /// <summary>A token that the API accepts without signing in.</summary>
    public string Token { get; }

    /// <summary>The one-time code that the sign-in, or each call, asks for; null for an account without a second factor.</summary>
    public string? MfaToken { get; }

    /// <summary>The role and name: no secret.</summary>
    /// <returns>Text safe to print.</returns>
    public override string ToString() => $"{UserName} ({Role})";
}
