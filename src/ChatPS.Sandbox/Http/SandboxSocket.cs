using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatPS.Sandbox.Http;

/// <summary>The server's end of a websocket: reads whole messages and answers pings, sends frames, and refuses what the protocol does not allow.</summary>
internal sealed class SandboxSocket(HttpReader reader, HttpWriter writer) : IDisposable
{
    private const int MaxMessage = 8 * 1024;
    private const int MaxControl = 125;
    private const string KeyEnding = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly SemaphoreSlim _sending = new(1);

    private enum Opcode
    {
        Continuation = 0,
        Text = 1,
        Binary = 2,
        Close = 8,
        Ping = 9,
        Pong = 10,
    }

    /// <summary>A ping without anything in it.</summary>
    public static ReadOnlyMemory<byte> Ping { get; } = Frame(Opcode.Ping, []);

    /// <summary>Is called when the client has answered a ping.</summary>
    public Action? Ponged { get; set; }

    /// <summary>A text as one frame.</summary>
    public static ReadOnlyMemory<byte> Text(string text) => Frame(Opcode.Text, Encoding.UTF8.GetBytes(text));

    /// <summary>The proof that a request to go on as a websocket was understood; null when it is no such request.</summary>
    public static string? AcceptOf(SandboxRequest request)
    {
        var key = request.Headers["Sec-WebSocket-Key"];
        var isAsked = request.Method == "GET" && Has(request.Headers["Connection"], "upgrade") && Has(request.Headers["Upgrade"], "websocket")
            && request.Headers["Sec-WebSocket-Version"] == "13" && key is not null && Convert.TryFromBase64String(key, new byte[16], out var length) && length == 16;
#pragma warning disable CA5350 // The protocol wants this hash, and keeps nothing secret by it.
        return isAsked ? Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeyEnding))) : null;
#pragma warning restore CA5350

        static bool Has(string? header, string word) => header?.Split(',').Any(part => part.Trim().Equals(word, StringComparison.OrdinalIgnoreCase)) == true;
    }

    public void Dispose() => _sending.Dispose();

    /// <summary>Sends frames that were made before.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> frames, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            await writer.SendAsync(frames, cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next whole message, of however many frames; null when the client closes, or was told why the server does.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancel)
    {
        using var message = new MemoryStream();
        var begun = (Opcode?)null;
        while (true)
        {
            var (opcode, isLast, payload, wrong) = await ReadFrameAsync(begun is not null, MaxMessage - (int)message.Length, cancel);
            if (wrong is { } code)
                return await CloseAsync(code, cancel);
            switch (opcode)
            {
                case Opcode.Ping:
                    await SendAsync(Frame(Opcode.Pong, payload), cancel);
                    continue;
                case Opcode.Pong:
                    Ponged?.Invoke();
                    continue;
                case Opcode.Close:
                    return await CloseAsync(payload.Length == 0 ? null : CodeOf(payload), cancel);
            }

            begun ??= opcode;
            message.Write(payload);
            if (!isLast)
                continue;
            try
            {
                return Strict.GetString(message.GetBuffer(), 0, (int)message.Length);
            }
            catch (DecoderFallbackException)
            {
                return await CloseAsync(1007, cancel);
            }
        }
    }

    private async Task<(Opcode Opcode, bool IsLast, byte[] Payload, int? Wrong)> ReadFrameAsync(bool isWithin, int room, CancellationToken cancel)
    {
        var head = new byte[2];
        await reader.ReadExactlyAsync(head, cancel);
        var (opcode, isLast, isMasked, length) = ((Opcode)(head[0] & 0x0F), (head[0] & 0x80) != 0, (head[1] & 0x80) != 0, (long)(head[1] & 0x7F));
        var isControl = (int)opcode >= 8;
        var isKnown = opcode is Opcode.Continuation or Opcode.Text or Opcode.Binary or Opcode.Close or Opcode.Ping or Opcode.Pong;
        // A client masks what it sends, and nothing was agreed on that would use the reserved bits.
        if (!isMasked || (head[0] & 0x70) != 0 || !isKnown || (isControl ? !isLast || length > MaxControl : isWithin != (opcode == Opcode.Continuation)))
            return (opcode, isLast, [], 1002);
        if (length >= 126)
        {
            var longer = new byte[length == 126 ? 2 : 8];
            await reader.ReadExactlyAsync(longer, cancel);
            length = longer.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(longer) : BinaryPrimitives.ReadInt64BigEndian(longer);
        }

        if (!isControl && (length < 0 || length > room))
            return (opcode, isLast, [], 1009);
        var mask = new byte[4];
        await reader.ReadExactlyAsync(mask, cancel);
        var payload = new byte[length];
        await reader.ReadExactlyAsync(payload, cancel);
        for (var i = 0; i < payload.Length; i++)
            payload[i] ^= mask[i % 4];
        return (opcode, isLast, payload, null);
    }

    /// <summary>The code of a client's farewell, to be said again; that of a broken protocol when it is none that may be sent.</summary>
    private static int CodeOf(byte[] payload) =>
        payload.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(payload) is var code && (code is (>= 1000 and <= 1014 and not (1004 or 1005 or 1006)) or (>= 3000 and < 5000)) ? code : 1002;

    private async Task<string?> CloseAsync(int? code, CancellationToken cancel)
    {
        await SendAsync(Frame(Opcode.Close, code is { } number ? [(byte)(number >> 8), (byte)number] : []), cancel);
        return null;
    }

    private static byte[] Frame(Opcode opcode, byte[] payload)
    {
        var head = payload.Length switch
        {
            < 126 => new byte[2],
            <= ushort.MaxValue => new byte[4],
            _ => new byte[10],
        };
        head[0] = (byte)(0x80 | (int)opcode);
        head[1] = head.Length switch { 2 => (byte)payload.Length, 4 => 126, _ => 127 };
        if (head.Length == 4)
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)payload.Length);
        else if (head.Length == 10)
            BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), payload.Length);
        return [.. head, .. payload];
    }
}
