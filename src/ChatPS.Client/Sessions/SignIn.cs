namespace ChatPS.Client.Sessions;

/// <summary>What a login gave.</summary>
/// <param name="Authentication">The token to go on with.</param>
/// <param name="IsOurs">Whether the login made the token, so that disconnecting shall end it.</param>
internal sealed record SignIn(Authentication Authentication, bool IsOurs = false);
