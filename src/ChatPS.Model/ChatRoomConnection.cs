namespace ChatPS;

/// <summary>How players get to a room. What was asked for before the room runs has no host and ports yet.</summary>
public sealed class ChatRoomConnection : ChatAppObject
{
    /// <summary>The room's id.</summary>
    public required string RoomId { get; init; }

    /// <summary>Whether the room can be reached: starting or active.</summary>
    public required string Status { get; init; }

    /// <summary>The port that players connect to; null while the room is starting.</summary>
    public ChatPort? ExposedPort { get; init; }

    /// <summary>The host of <see cref="ExposedPort"/>.</summary>
    public string? Host => ExposedPort?.Host;

    /// <summary>The number of <see cref="ExposedPort"/>.</summary>
    public int? Port => ExposedPort?.Port;

    /// <summary>How <see cref="ExposedPort"/> is spoken to: tcp, udp or tls.</summary>
    public string? Transport => ExposedPort?.Transport;

    /// <summary>The host with the port, as clients take it, such as 1.proxy.example.com:34567.</summary>
    public string? Address => ExposedPort?.ToString();

    /// <summary>The further ports that the deployment opens.</summary>
    public IReadOnlyList<ChatPort> AdditionalPorts { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The address, or that there is none yet.</summary>
    /// <returns><see cref="Address"/> or <see cref="Status"/>.</returns>
    public override string ToString() => Address ?? Status;
}
