namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class RoomReference
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }
}
