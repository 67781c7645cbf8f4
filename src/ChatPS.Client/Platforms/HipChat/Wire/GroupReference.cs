namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>The group that something belongs to.</summary>
internal sealed class GroupReference
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}
