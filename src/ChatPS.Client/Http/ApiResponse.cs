using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatPS.Client.Http;

/// <summary>What the server answered, read to the end.</summary>
internal sealed record ApiResponse
{
    private readonly long? _length;

    public required HttpStatusCode Status { get; init; }

    /// <summary>In the order received; names may repeat.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>How many bytes came, here or in the request's download.</summary>
    public long Length
    {
        get => _length ?? Content.Length;
        init => _length = value;
    }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string? ContentType => Header("Content-Type");

    public bool IsJson => ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    public string Text => Encoding.UTF8.GetString(Content);

    public string? Header(string name) => AllHeaders(name).FirstOrDefault();

    /// <summary>Every value of a header, for servers that state one twice.</summary>
    public IEnumerable<string> AllHeaders(string name) =>
        Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>The body as JSON; the caller disposes of it.</summary>
    /// <exception cref="ChatException">The body is not JSON.</exception>
    public JsonDocument ReadJson()
    {
        try
        {
            return JsonDocument.Parse(Content);
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    /// <summary>The body as one object.</summary>
    /// <exception cref="ChatException">The body is not what was promised.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Content, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    public static ChatException Malformed(JsonException e) => new(
        ChatErrorReason.InvalidResponse, "The server's answer is not the JSON that its API promises.", e)
    {
        Advice = "Check that -Uri names the API's own address and not a web page or a proxy's sign-in page.",
    };
}
