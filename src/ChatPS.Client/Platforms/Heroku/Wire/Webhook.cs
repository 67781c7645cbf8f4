namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Webhook : WireObject
{
    public string Id { get; set; } = "";

    public string Url { get; set; } = "";

    public string[]? Include { get; set; }

    /// <summary>notify or sync.</summary>
    public string? Level { get; set; }

    public Reference? App { get; set; }

    public Reference? Addon { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
