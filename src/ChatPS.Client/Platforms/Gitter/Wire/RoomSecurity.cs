namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class RoomSecurity : WireObject
{
    public string? Type { get; set; }

    public string? LinkPath { get; set; }

    public string? Admins { get; set; }

    public string? Members { get; set; }
}
