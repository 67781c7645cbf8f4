namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class CreatedOrgToken
{
    /// <summary>The secret, which is told this once.</summary>
    public string PlainTextToken { get; set; } = "";

    public OrgToken OrgToken { get; set; } = new();
}
