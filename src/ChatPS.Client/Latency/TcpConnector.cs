using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatPS.Client.Latency;

/// <summary>Opens TCP connections: the time is that of one way there and back.</summary>
internal sealed class TcpConnector : IConnector
{
    public async Task<TimeSpan> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        // How long it takes to find the address says nothing of how far away it is.
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        using var client = new TcpClient();
        var start = Stopwatch.GetTimestamp();
        await client.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }
}
