namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class LogDrain : WireObject
{
    public string Id { get; set; } = "";

    public string Url { get; set; } = "";

    /// <summary>What the lines are marked with at the other end.</summary>
    public string? Token { get; set; }

    public Reference? Addon { get; set; }

    public Reference? App { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
