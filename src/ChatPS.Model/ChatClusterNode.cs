namespace ChatPS;

/// <summary>One of the machines that run a server together.</summary>
public sealed class ChatClusterNode : ChatObject
{
    /// <summary>The platform's id of the machine, which it has for as long as the server runs on it.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets would take it from the pipeline.</summary>
    public string ClusterNodeId => Id;

    /// <summary>The machine's name.</summary>
    public string? HostName { get; init; }

    /// <summary>The machine's address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The version of the server on it.</summary>
    public string? Version { get; init; }

    /// <summary>What its configuration comes to: machines with the same one have the same configuration.</summary>
    public string? ConfigHash { get; init; }

    /// <summary>The machine's name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => HostName ?? Id;

    internal override string? ShownAs => HostName ?? Id;
}
