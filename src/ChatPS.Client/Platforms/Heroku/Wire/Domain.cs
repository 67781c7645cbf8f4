namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Domain : WireObject
{
    public string Id { get; set; } = "";

    public string Hostname { get; set; } = "";

    /// <summary>custom or heroku.</summary>
    public string? Kind { get; set; }

    /// <summary>What the name shall point to.</summary>
    public string? Cname { get; set; }

    /// <summary>pending, none, succeeded …</summary>
    public string? Status { get; set; }

    public string? AcmStatus { get; set; }

    public string? AcmStatusReason { get; set; }

    public Reference? App { get; set; }

    public Reference? SniEndpoint { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
