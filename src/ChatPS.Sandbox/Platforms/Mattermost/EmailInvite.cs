namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>A mail that lets its reader into a team.</summary>
internal sealed record EmailInvite(string Token, string Email, string TeamId);
