namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class RoomStatistics : WireObject
{
    public long? MessagesSent { get; set; }

    public DateTimeOffset? LastActive { get; set; }
}
