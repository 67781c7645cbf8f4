namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Organization : WireObject
{
    public string OrgId { get; set; } = "";

    public string? Name { get; set; }

    /// <summary>What the caller may do in it.</summary>
    public string[]? Scopes { get; set; }
}
