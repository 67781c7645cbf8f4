using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Looks through what a server keeps for what belongs to nothing.</summary>
internal interface IIntegrityChecker
{
    /// <returns>What came of each kind of relation, whatever came of the others.</returns>
    Task<IReadOnlyList<ChatServerIntegrity>> CheckAsync(CallContext context);
}

/// <summary>Reads what machines run a server together.</summary>
internal interface IClusterReader
{
    /// <returns>The machines; none when it runs on one alone.</returns>
    IAsyncEnumerable<ChatClusterNode> ListAsync(CallContext context);
}

/// <summary>Gathers what those who help with a server want to see of it.</summary>
internal interface ISupportPacketSaver
{
    /// <summary>Writes the archive, and says how far it is.</summary>
    Task SaveAsync(Stream target, Action<long, long?> report, CallContext context);
}
