namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>No source says what the numbers of a group are called; these are a room's.</summary>
internal sealed class GroupStatistics : WireObject
{
    public long? MessagesSent { get; set; }

    public DateTimeOffset? LastActive { get; set; }
}
