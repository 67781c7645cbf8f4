namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class OrgToken : WireObject
{
    public string OrgTokenId { get; set; } = "";

    public string OrgId { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Status { get; set; }

    public string? LastFourCharsOfKey { get; set; }

    public Access? Scopes { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
