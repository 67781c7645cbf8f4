namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class User : WireObject
{
    public string Id { get; set; } = "";

    public string? MentionName { get; set; }

    public string? Name { get; set; }
}
