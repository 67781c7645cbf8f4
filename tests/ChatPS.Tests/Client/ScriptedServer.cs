using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>A loopback server that answers what a test tells it to: for servers that misbehave as no sandbox would.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public ScriptedServer(Func<Received, Answer> answer)
    {
        Uri = Listen();
        _ = Task.Run(() => ServeAsync(answer));
    }

    public Uri Uri { get; }

    public ConcurrentQueue<Received> Requests { get; } = new();

    public void Dispose() => _listener.Close();

    private Uri Listen()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        return new Uri($"http://127.0.0.1:{port}/");
    }

    private async Task ServeAsync(Func<Received, Answer> answer)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var received = new Received(
                context.Request.HttpMethod,
                context.Request.RawUrl!,
                context.Request.QueryString.AllKeys.ToDictionary(k => k ?? "", k => context.Request.QueryString[k]!),
                context.Request.Headers.AllKeys.ToDictionary(k => k!, k => context.Request.Headers[k]!, StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync());
            Requests.Enqueue(received);
            var reply = answer(received);
            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = reply.ContentType;
            foreach (var (name, value) in reply.Headers ?? [])
                context.Response.AddHeader(name, value);
            var bytes = Encoding.UTF8.GetBytes(reply.Body);
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
    }

    internal sealed record Received(
        string Method, string Target, Dictionary<string, string> Query, Dictionary<string, string> Headers, string Body);

    internal sealed record Answer(string Body, int Status = 200, string ContentType = "application/json", Dictionary<string, string>? Headers = null);
}
