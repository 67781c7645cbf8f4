namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Audit : WireObject
{
    public string Id { get; set; } = "";

    public long CreateAt { get; set; }

    public string? UserId { get; set; }

    public string? Action { get; set; }

    public string? ExtraInfo { get; set; }

    public string? IpAddress { get; set; }

    public string? SessionId { get; set; }
}
