using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>Stands before a server on loopback: as a proxy, behind a certificate, or on a Unix domain socket. It notes the first line of each connection.</summary>
internal sealed class Relay : IDisposable
{
    private readonly Socket _listener;
    private readonly int _port;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<string> _lines = new();

    private Relay(EndPoint place, int port, X509Certificate2? certificate)
    {
        (_port, _certificate) = (port, certificate);
        _listener = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(place);
        _listener.Listen();
        _ = Task.Run(AcceptAsync);
    }

    public Uri Uri => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");

    public IEnumerable<string> Lines => _lines;

    public static Relay OnTcp(int port, X509Certificate2? certificate = null) => new(new IPEndPoint(IPAddress.Loopback, 0), port, certificate);

    public static Relay OnUnixSocket(string path, int port) => new(new UnixDomainSocketEndPoint(path), port, null);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using Stream raw = new NetworkStream(socket, ownsSocket: true);
            await using var client = _certificate is null ? raw : new SslStream(raw);
            if (client is SslStream tls)
                await tls.AuthenticateAsServerAsync(_certificate!);
            var head = new byte[64 * 1024];
            var length = 0;
            do
            {
                if (await client.ReadAsync(head.AsMemory(length)) is not (> 0 and var count))
                    return;
                length += count;
            }
            while (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0);
            var line = Encoding.Latin1.GetString(head, 0, length).Split("\r\n")[0];
            _lines.Enqueue(line);
            using var upstream = new TcpClient("127.0.0.1", _port);
            await using var server = upstream.GetStream();
            if (line.StartsWith("CONNECT ", StringComparison.Ordinal))
                await client.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            else
                await server.WriteAsync(head.AsMemory(0, length));
            await Task.WhenAny(client.CopyToAsync(server), server.CopyToAsync(client));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two went away.
        }
    }
}
