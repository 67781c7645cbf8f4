namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class App : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Maintenance { get; set; }

    public bool Acm { get; set; }

    /// <summary>Of team apps only.</summary>
    public bool? Locked { get; set; }

    /// <summary>Of team apps only.</summary>
    public bool? Joined { get; set; }

    public bool? InternalRouting { get; set; }

    public Reference? Owner { get; set; }

    public Reference? Team { get; set; }

    public Reference? Region { get; set; }

    public Reference? Space { get; set; }

    public Reference? Stack { get; set; }

    public Reference? BuildStack { get; set; }

    public string? BuildpackProvidedDescription { get; set; }

    public string? GitUrl { get; set; }

    public string? WebUrl { get; set; }

    public long? RepoSize { get; set; }

    public long? SlugSize { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }
}
