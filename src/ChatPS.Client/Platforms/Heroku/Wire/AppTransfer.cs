namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class AppTransfer : WireObject
{
    public string Id { get; set; } = "";

    public Reference? App { get; set; }

    public Reference? Owner { get; set; }

    public Reference? Recipient { get; set; }

    /// <summary>pending, accepted or declined.</summary>
    public string? State { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
