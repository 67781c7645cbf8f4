using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>A loopback server whose answers come piece by piece, and end, break off or fall silent where a test wants it.</summary>
internal sealed class PieceServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Received, Answer, Task> _answer;

    public PieceServer(Func<Received, Answer, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public Uri Uri => new($"http://{_listener.LocalEndpoint}/");

    public ConcurrentQueue<Received> Requests { get; } = new();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var first = (await reader.ReadLineAsync())!.Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
        var body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture)];
        // Asked for nothing, the reader would wait for what never comes.
        if (body.Length > 0)
            await reader.ReadBlockAsync(body);
        var received = new Received(first[0], first[1], headers, new string(body));
        Requests.Enqueue(received);
        try
        {
            await _answer(received, new Answer(client, stream, _end.Token));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    internal sealed record Received(string Method, string Target, Dictionary<string, string> Headers, string Body);

    /// <summary>An answer that is being sent.</summary>
    internal sealed class Answer(TcpClient client, Stream stream, CancellationToken end)
    {
        /// <summary>A whole answer.</summary>
        public async Task WholeAsync(int status, string type, string body) => await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));

        /// <summary>Begins an answer of pieces.</summary>
        public async Task BeginAsync() =>
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"u8.ToArray());

        public async Task PieceAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"));

        public async Task EndAsync() => await stream.WriteAsync("0\r\n\r\n"u8.ToArray());

        /// <summary>Closes the connection as if something between had failed.</summary>
        public void Cut() => client.Client.Close(0);

        /// <summary>Says nothing more until the client goes away.</summary>
        public async Task SilenceAsync()
        {
            try
            {
                while (await stream.ReadAsync(new byte[1], end) > 0)
                {
                }
            }
            catch (IOException)
            {
                // It went without a word.
            }
        }
    }
}
