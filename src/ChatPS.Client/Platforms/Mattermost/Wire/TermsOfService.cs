namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TermsOfService : WireObject
{
    public string Id { get; set; } = "";

    public string Text { get; set; } = "";

    public string? UserId { get; set; }

    public long CreateAt { get; set; }
}
