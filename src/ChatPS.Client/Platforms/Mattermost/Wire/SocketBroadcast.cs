namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>Whom an event is told to; what does not matter is empty.</summary>
internal sealed class SocketBroadcast
{
    public string? UserId { get; set; }

    public string? ChannelId { get; set; }

    public string? TeamId { get; set; }
}
