namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>How long messages of some teams and channels are kept. Teams and channels know their policy by its id.</summary>
internal sealed class RetentionPolicy
{
    public required string Id { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>In days; -1 for ever.</summary>
    public required long PostDuration { get; set; }
}
