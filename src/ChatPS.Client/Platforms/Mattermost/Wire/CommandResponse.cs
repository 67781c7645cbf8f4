namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What a command said to who typed it.</summary>
internal sealed class CommandResponse : WireObject
{
    public string? ResponseType { get; set; }

    public string? Text { get; set; }

    public string? Username { get; set; }

    public string? IconUrl { get; set; }

    public string? GotoLocation { get; set; }
}
