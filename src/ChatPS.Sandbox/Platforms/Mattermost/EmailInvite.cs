namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>A mail that lets its reader into a team; guests into some of its channels only.</summary>
internal sealed record EmailInvite(string Token, string Email, string TeamId, IReadOnlyList<string>? Channels = null)
{
    public bool IsForGuest => Channels is not null;
}
