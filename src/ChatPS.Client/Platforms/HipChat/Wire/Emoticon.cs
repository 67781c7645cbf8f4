namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class Emoticon : WireObject
{
    public string Id { get; set; } = "";

    public string Shortcut { get; set; } = "";

    public string? Type { get; set; }

    public string? Url { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public User? Creator { get; set; }
}
