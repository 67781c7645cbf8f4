namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Key : WireObject
{
    public string Id { get; set; } = "";

    public string? Comment { get; set; }

    public string? Email { get; set; }

    public string? Fingerprint { get; set; }

    public string? PublicKey { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
