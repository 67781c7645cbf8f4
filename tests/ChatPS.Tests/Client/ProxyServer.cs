using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>A proxy that answers the first request itself. A listener for its own address would not see requests for others.</summary>
internal sealed class ProxyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ProxyServer(string body)
    {
        _listener.Start();
        _ = Task.Run(() => AnswerAsync(body));
    }

    public Uri Uri => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>What the request line asked for.</summary>
    public string Target { get; private set; } = "";

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(string body)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        Target = (await reader.ReadLineAsync())!.Split(' ')[1];
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
    }
}
