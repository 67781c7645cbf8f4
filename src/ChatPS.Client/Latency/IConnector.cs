using System.Net.Sockets;

namespace ChatPS.Client.Latency;

/// <summary>Opens connections only to see how long that takes.</summary>
internal interface IConnector
{
    /// <returns>How long the connection took.</returns>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    Task<TimeSpan> ConnectAsync(string host, int port, CancellationToken cancellation);
}
