namespace ChatPS;

/// <summary>A port that something answers at: of a process from outside, or within a container.</summary>
public sealed class ChatPort
{
    internal ChatPort()
    {
    }

    /// <summary>What the port is called in the app's settings, such as default.</summary>
    public required string Name { get; init; }

    /// <summary>The host that is reached from outside; null for a port within a container.</summary>
    public string? Host { get; init; }

    /// <summary>The number of the port.</summary>
    public required int Port { get; init; }

    /// <summary>How it is spoken to: tcp, udp or tls.</summary>
    public required string Transport { get; init; }

    /// <summary>The host with the port, or the port alone.</summary>
    /// <returns>Such as <c>1.proxy.example.com:34567</c>.</returns>
    public override string ToString() => Host is null ? $"{Port}/{Transport}" : $"{Host}:{Port}";
}
