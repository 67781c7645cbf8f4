namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>An address of the server that takes messages for a channel.</summary>
internal sealed class IncomingHook
{
    public required string Id { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; init; }

    public required string UserId { get; init; }

    public required string ChannelId { get; set; }

    public required string TeamId { get; init; }

    public string DisplayName { get; set; } = "";

    public string Description { get; set; } = "";

    public string Username { get; set; } = "";

    public string IconUrl { get; set; } = "";

    public bool ChannelLocked { get; set; }
}
