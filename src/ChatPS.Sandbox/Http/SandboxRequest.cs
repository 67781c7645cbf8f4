using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Http;

/// <summary>A request as a handler sees it: read whole, its parts decoded when asked for.</summary>
internal sealed class SandboxRequest
{
    private ValueList? _query, _form;
    private IReadOnlyList<MultipartPart>? _parts;
    private JsonNode? _json;
    private bool _jsonRead;

    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Target { get; init; }

    /// <summary>The path as sent, without the query, still escaped.</summary>
    public required string Path { get; init; }

    public required ValueList Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the request was read, by the sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The address the client came from; empty on a socket in the file system.</summary>
    public required string RemoteAddress { get; init; }

    /// <summary>Whether it came by a socket in the file system, which only this machine has.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Values of the path template, unescaped.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; set; } = EmptyRoute;

    /// <summary>Who asks, as the service's authentication found; null on an open route.</summary>
    public object? Caller { get; set; }

    /// <summary>An id for headers and errors, made by services that have such.</summary>
    public string? RequestId { get; set; }

    /// <summary>What the limiters said so far, in the order they were asked.</summary>
    public List<RateDecision> RateDecisions { get; } = [];

    public ValueList Query => _query ??= ValueList.ParseForm(Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? Target[(at + 1)..] : "");

    /// <summary>The fields of an application/x-www-form-urlencoded body; empty for any other.</summary>
    public ValueList Form => _form ??=
        IsContent("application/x-www-form-urlencoded") ? ValueList.ParseForm(Encoding.UTF8.GetString(Body.Span)) : ValueList.Empty;

    /// <summary>The parts of a multipart body, of whatever subtype; empty for any other.</summary>
    public IReadOnlyList<MultipartPart> Parts => _parts ??= MultipartPart.Parse(Headers["Content-Type"], Body);

    /// <summary>The body as JSON whatever its content type says; null when empty or malformed.</summary>
    public JsonNode? Json
    {
        get
        {
            if (!_jsonRead)
            {
                _jsonRead = true;
                try
                {
                    _json = Body.IsEmpty ? null : JsonNode.Parse(Body.Span);
                }
                catch (JsonException)
                {
                    _json = null;
                }
            }

            return _json;
        }
    }

    /// <summary>A value of the path template.</summary>
    public string Route(string name) => RouteValues[name];

    public bool IsContent(string mediaType) => Headers["Content-Type"]?.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The credential behind an authorization scheme (in any case), or null.</summary>
    public string? Authorization(string scheme)
    {
        var value = Headers["Authorization"];
        return value is not null && value.Length > scheme.Length && value[scheme.Length] == ' '
            && value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? value[(scheme.Length + 1)..].Trim()
            : null;
    }

    private static readonly Dictionary<string, string> EmptyRoute = [];
}
