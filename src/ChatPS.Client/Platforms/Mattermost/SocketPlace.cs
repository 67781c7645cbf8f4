namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Where one is in the row of events, for going on there over another connection.</summary>
internal sealed class SocketPlace
{
    /// <summary>The server's name of the connection; empty where it keeps nothing for those who come back.</summary>
    public string ConnectionId { get; set; } = "";

    /// <summary>The number of the event that comes next.</summary>
    public long Next { get; set; }
}
