using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatPS.Sandbox.Http;

/// <summary>A malformed or oversized request, and the status to refuse it with.</summary>
internal sealed class BadRequestException(int status) : Exception
{
    public int Status { get; } = status;
}

/// <summary>The head of a request.</summary>
internal sealed record HttpHead(string Method, string Target, bool Http10, ValueList Headers);

/// <summary>Reads HTTP/1.x requests from a socket: one head, then its body by length or in chunks.</summary>
internal sealed class HttpReader(Socket socket)
{
    private const int MaxHead = 64 * 1024;
    private const int MaxBody = 256 * 1024 * 1024;
    private byte[] _buffer = new byte[8 * 1024];
    private int _start, _end;

    /// <summary>The next request's head; null when the client has closed between requests.</summary>
    public async Task<HttpHead?> ReadHeadAsync(CancellationToken cancel)
    {
        while (true)
        {
            while (_end - _start >= 2 && _buffer[_start] == '\r' && _buffer[_start + 1] == '\n')
                _start += 2;
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (length >= 0)
            {
                // Latin-1 keeps every byte, whatever a client puts into a header.
                var text = Encoding.Latin1.GetString(_buffer, _start, length);
                _start += length + 4;
                return ParseHead(text);
            }

            if (_end - _start > MaxHead)
                throw new BadRequestException(431);
            if (await FillAsync(cancel) == 0)
                return null;
        }
    }

    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpHead head, CancellationToken cancel)
    {
        if (head.Headers["Transfer-Encoding"]?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) == true)
            return await ReadChunksAsync(cancel);
        if (head.Headers["Content-Length"] is not { } text)
            return ReadOnlyMemory<byte>.Empty;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new BadRequestException(400);
        if (length > MaxBody)
            throw new BadRequestException(413);
        var body = new byte[length];
        await ReadExactlyAsync(body, cancel);
        return body;
    }

    /// <summary>The next bytes, of whatever comes after a head.</summary>
    public async Task ReadExactlyAsync(Memory<byte> target, CancellationToken cancel)
    {
        var buffered = Math.Min(target.Length, _end - _start);
        _buffer.AsMemory(_start, buffered).CopyTo(target);
        _start += buffered;
        target = target[buffered..];
        while (!target.IsEmpty)
        {
            var read = await socket.ReceiveAsync(target, cancel);
            if (read == 0)
                throw new IOException("The client closed the connection before all of it had come.");
            target = target[read..];
        }
    }

    private static HttpHead ParseHead(string text)
    {
        var lines = text.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.0" or "HTTP/1.1"])
            throw new BadRequestException(400);
        if (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme == "http")
            target = absolute.PathAndQuery;
        if (!target.StartsWith('/'))
            throw new BadRequestException(400);
        var headers = new List<KeyValuePair<string, string>>(lines.Length - 1);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new BadRequestException(400);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        return new(method, target, lines[0].EndsWith('0'), new(headers));
    }

    private async Task<ReadOnlyMemory<byte>> ReadChunksAsync(CancellationToken cancel)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = (await ReadLineAsync(cancel)).Split(';')[0].Trim();
            if (!int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
                throw new BadRequestException(400);
            if (size == 0)
                break;
            if (body.Length + size > MaxBody)
                throw new BadRequestException(413);
            var chunk = new byte[size];
            await ReadExactlyAsync(chunk, cancel);
            body.Write(chunk);
            await ReadLineAsync(cancel);
        }

        while ((await ReadLineAsync(cancel)).Length > 0)
        {
            // Trailers mean nothing here.
        }

        return body.ToArray();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, length);
                _start += length + 2;
                return line;
            }

            if (_end - _start > MaxHead)
                throw new BadRequestException(400);
            if (await FillAsync(cancel) == 0)
                throw new IOException("The client closed the connection within a chunked body.");
        }
    }

    private async Task<int> FillAsync(CancellationToken cancel)
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end == _buffer.Length)
        {
            var target = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start, _end - _start).CopyTo(target);
            (_buffer, _end, _start) = (target, _end - _start, 0);
        }

        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancel);
        _end += read;
        return read;
    }
}
