using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatPS.Sandbox.Http;

/// <summary>Writes HTTP/1.1 answers to a socket, with every header line exactly as the service gave it.</summary>
internal sealed class HttpWriter(Socket socket, TimeProvider clock)
{
    /// <summary>How much of the body is sent.</summary>
    public enum Extent
    {
        Whole,
        None,
        Half,
    }

    public ValueTask ContinueAsync(CancellationToken cancel) => SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancel);

    public async Task WriteAsync(SandboxResponse response, Extent extent, bool keepAlive, CancellationToken cancel)
    {
        var hasBody = response.Status is not (204 or 304);
        var head = Head(response, keepAlive);
        if (hasBody)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}\r\n");
        var bytes = Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
        var length = !hasBody || extent == Extent.None ? 0 : extent == Extent.Half ? response.Body.Length / 2 : response.Body.Length;
        var message = new byte[bytes.Length + length];
        bytes.CopyTo(message, 0);
        response.Body.Span[..length].CopyTo(message.AsSpan(bytes.Length));
        await SendAsync(message, cancel);
    }

    /// <summary>Sends the body as the response's writer produces it: in chunks, or bare and ended by closing to an HTTP/1.0 client.</summary>
    public async Task StreamAsync(SandboxResponse response, bool http10, bool keepAlive, CancellationToken cancel)
    {
        var head = Head(response, keepAlive).Append(http10 ? "\r\n" : "Transfer-Encoding: chunked\r\n\r\n");
        await SendAsync(Encoding.UTF8.GetBytes(head.ToString()), cancel);
        await using (var body = new BodyStream(this, !http10))
            await response.Stream!(body, cancel);
        if (!http10)
            await SendAsync("0\r\n\r\n"u8.ToArray(), cancel);
    }

    /// <summary>Tells the client that from now on both speak another protocol.</summary>
    public ValueTask SwitchAsync(SandboxResponse response, CancellationToken cancel) =>
        SendAsync(Encoding.UTF8.GetBytes(Head(response, keepAlive: true).Append("\r\n").ToString()), cancel);

    /// <summary>Sends bytes as they are.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, cancel)..];
    }

    private StringBuilder Head(SandboxResponse response, bool keepAlive)
    {
        var head = new StringBuilder($"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        foreach (var (name, value) in response.Headers)
            head.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():R}\r\n");
        return keepAlive ? head : head.Append("Connection: close\r\n");
    }

    /// <summary>"Not Found" out of the framework's name NotFound; capitals in a row (OK) stay together.</summary>
    public static string Reason(int status)
    {
        var name = Enum.GetName((HttpStatusCode)status) ?? "Status";
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? " " + c : c.ToString()));
    }

    /// <summary>Each write leaves at once.</summary>
    private sealed class BodyStream(HttpWriter writer, bool chunked) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // A chunk of no length would end the body.
            if (buffer.IsEmpty)
                return;
            if (!chunked)
            {
                await writer.SendAsync(buffer, cancellationToken);
                return;
            }

            var size = Encoding.ASCII.GetBytes(buffer.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
            var chunk = new byte[size.Length + buffer.Length + 2];
            size.CopyTo(chunk, 0);
            buffer.CopyTo(chunk.AsMemory(size.Length));
            "\r\n"u8.CopyTo(chunk.AsSpan(size.Length + buffer.Length));
            await writer.SendAsync(chunk, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
