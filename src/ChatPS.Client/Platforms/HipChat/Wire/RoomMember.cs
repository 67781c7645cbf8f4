namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>Somebody in a list of a room's members or participants.</summary>
internal sealed class RoomMember : WireObject
{
    public string Id { get; set; } = "";

    public string? MentionName { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string[]? RoomRoles { get; set; }

    public bool? IsPresentInRoom { get; set; }
}
