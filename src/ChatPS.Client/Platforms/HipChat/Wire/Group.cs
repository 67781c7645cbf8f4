namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class Group : WireObject
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? AvatarUrl { get; set; }

    public User? Owner { get; set; }

    public DateTimeOffset? Created { get; set; }
}
