namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What came of one address of several that were invited: nothing, or an error.</summary>
internal sealed class InviteOutcome : WireObject
{
    public string? Email { get; set; }

    public Error? Error { get; set; }
}
