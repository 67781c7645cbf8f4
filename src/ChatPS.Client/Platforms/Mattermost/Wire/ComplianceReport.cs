namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ComplianceReport : WireObject
{
    public string Id { get; set; } = "";

    public long CreateAt { get; set; }

    public string? UserId { get; set; }

    public string Status { get; set; } = "";

    public long Count { get; set; }

    public string? Desc { get; set; }

    public string? Type { get; set; }

    public long StartAt { get; set; }

    public long EndAt { get; set; }

    public string? Keywords { get; set; }

    public string? Emails { get; set; }
}
