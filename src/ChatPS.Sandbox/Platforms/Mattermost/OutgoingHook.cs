namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Addresses that are told of the posts that begin with certain words.</summary>
internal sealed class OutgoingHook
{
    public required string Id { get; init; }

    public string Token { get; set; } = "";

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; init; }

    public required string CreatorId { get; init; }

    public string ChannelId { get; set; } = "";

    public required string TeamId { get; init; }

    public List<string> TriggerWords { get; set; } = [];

    public int TriggerWhen { get; set; }

    public List<string> CallbackUrls { get; set; } = [];

    public string DisplayName { get; set; } = "";

    public string Description { get; set; } = "";

    public string ContentType { get; set; } = "";

    public string Username { get; set; } = "";

    public string IconUrl { get; set; } = "";
}
