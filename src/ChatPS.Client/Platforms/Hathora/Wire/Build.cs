namespace ChatPS.Client.Platforms.Hathora.Wire;

internal class Build : WireObject
{
    public string BuildId { get; set; } = "";

    public string? OrgId { get; set; }

    public string? BuildTag { get; set; }

    public string? Status { get; set; }

    public long? ImageSize { get; set; }

    public string? ContentHash { get; set; }

    public string? ShareUrl { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? ExpiredAt { get; set; }
}
