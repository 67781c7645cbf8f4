namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Formation : WireObject
{
    public string Id { get; set; } = "";

    public string Type { get; set; } = "";

    public int Quantity { get; set; }

    public Reference? DynoSize { get; set; }

    /// <summary>The name of the size, from before it was an object.</summary>
    public string? Size { get; set; }

    public string? Command { get; set; }

    public Reference? App { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
