using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ChatPS.Sandbox.Http;

/// <summary>An answer: status, header lines and either bytes or a stream writer.</summary>
/// <remarks>JSON is written when the answer is made, while the handler still holds the service's lock.</remarks>
internal sealed class SandboxResponse(int status)
{
    public int Status { get; } = status;

    /// <summary>Header lines in order; a name may come twice. Content-Length, Date and Connection are the connection's business.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>Writes an unbounded body, sent chunked; the token fires when the client goes away or the server stops.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; private init; }

    /// <summary>Goes on with the connection as a websocket; the token fires when the server stops.</summary>
    public Func<SandboxSocket, CancellationToken, Task>? Socket { get; private init; }

    /// <summary>Waits for something outside before the answer is known; the token fires when the server stops.</summary>
    public Func<CancellationToken, Task>? Wait { get; private init; }

    /// <summary>Makes the answer after that, while the service's lock is held again.</summary>
    public Func<SandboxRequest, SandboxResponse>? Then { get; private init; }

    /// <summary>An answer that has to wait for something outside, while others are served.</summary>
    public static SandboxResponse Later(Func<CancellationToken, Task> wait, Func<SandboxRequest, SandboxResponse> then) => new(0) { Wait = wait, Then = then };

    public static SandboxResponse Empty(int status) => new(status);

    public static SandboxResponse Bytes(int status, ReadOnlyMemory<byte> body, string contentType) =>
        new SandboxResponse(status) { Body = body }.With("Content-Type", contentType);

    public static SandboxResponse Text(int status, string body, string contentType) => Bytes(status, Encoding.UTF8.GetBytes(body), contentType);

    public static SandboxResponse Json<T>(T value, JsonTypeInfo<T> type, int status = 200, string contentType = "application/json") =>
        Bytes(status, JsonSerializer.SerializeToUtf8Bytes(value, type), contentType);

    public static SandboxResponse Json(JsonNode? value, int status = 200, string contentType = "application/json") =>
        Text(status, value?.ToJsonString() ?? "null", contentType);

    public static SandboxResponse Streaming(string contentType, Func<Stream, CancellationToken, Task> write) =>
        new SandboxResponse(200) { Stream = write }.With("Content-Type", contentType);

    /// <summary>Accepts a request to go on as a websocket; null when it is none.</summary>
    public static SandboxResponse? Switching(SandboxRequest request, Func<SandboxSocket, CancellationToken, Task> serve) =>
        SandboxSocket.AcceptOf(request) is { } accept
            ? new SandboxResponse(101) { Socket = serve }.With("Upgrade", "websocket").With("Connection", "Upgrade").With("Sec-WebSocket-Accept", accept)
            : null;

    /// <summary>Adds a header line.</summary>
    public SandboxResponse With(string name, string value)
    {
        Headers.Add(new(name, value));
        return this;
    }

    /// <summary>Adds the entity tag (quoted or not, as given), or turns into 304 when the client already has that version.</summary>
    public SandboxResponse WithETag(SandboxRequest request, string etag)
    {
        var known = request.Headers["If-None-Match"];
        var unchanged = known is not null && known.Split(',').Any(tag => tag.Trim() == etag || tag.Trim() == "*");
        return (unchanged ? Empty(304) : this).With("ETag", etag);
    }
}

/// <summary>Ends a handler with an answer, usually an error in the platform's form.</summary>
internal sealed class SandboxAnswerException(SandboxResponse response) : Exception
{
    public SandboxResponse Response { get; } = response;
}
