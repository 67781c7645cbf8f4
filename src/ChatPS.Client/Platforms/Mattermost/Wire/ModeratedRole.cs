namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ModeratedRole
{
    /// <summary>Whether they may.</summary>
    public bool Value { get; set; }

    /// <summary>Whether the channel decides it.</summary>
    public bool Enabled { get; set; }
}
