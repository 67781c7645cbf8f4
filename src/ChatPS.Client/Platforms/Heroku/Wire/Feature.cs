namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>Of an app or of an account: both look the same.</summary>
internal sealed class Feature : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public bool Enabled { get; set; }

    public string? State { get; set; }

    public string? DocUrl { get; set; }

    public string? FeedbackEmail { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
