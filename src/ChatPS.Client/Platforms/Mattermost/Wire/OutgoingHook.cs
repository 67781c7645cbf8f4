namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class OutgoingHook : WireObject
{
    public string Id { get; set; } = "";

    public string? Token { get; set; }

    public string? CreatorId { get; set; }

    public string? ChannelId { get; set; }

    public string? TeamId { get; set; }

    public string[]? TriggerWords { get; set; }

    public int TriggerWhen { get; set; }

    public string[]? CallbackUrls { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? ContentType { get; set; }

    public string? Username { get; set; }

    public string? IconUrl { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
