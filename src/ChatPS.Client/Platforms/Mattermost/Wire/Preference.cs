namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Preference : WireObject
{
    public string UserId { get; set; } = "";

    public string Category { get; set; } = "";

    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
