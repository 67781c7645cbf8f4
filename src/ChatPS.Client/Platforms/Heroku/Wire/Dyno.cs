namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Dyno : WireObject
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? Type { get; set; }

    public string? State { get; set; }

    public string? Size { get; set; }

    public string? Command { get; set; }

    /// <summary>A socket of its own protocol, with the key to it.</summary>
    public string? AttachUrl { get; set; }

    public Reference? App { get; set; }

    public ReleaseReference? Release { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
