using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Operations;

/// <summary>
/// Sends a request of your own with the session's token, pacing and retries. Where the path is one of the platform's
/// known operations, their facts count: which calls only read, which need no token, how lists are divided into pages.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ChatRequest", SupportsShouldProcess = true, SupportsPaging = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeChatRequestCommand : RequestCmdlet
{
    /// <summary>The HTTP method. One that is not GET or HEAD heeds -WhatIf and -Confirm, unless it is known only to read.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")]
    public string? Method { get; set; }

    /// <summary>
    /// The path below the session's address, such as /api/v4/users/me, with a query if you like. It is sent as it is, so
    /// escape what stands for itself. A whole address is taken too when it lies below the session's.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    public string? Path { get; set; }

    /// <summary>The query's parameters by name. An array repeats the name for each of its values, and $null is not sent.</summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>
    /// The type of the body; left out, JSON, or application/octet-stream for bytes. A hashtable under
    /// application/x-www-form-urlencoded becomes a form; under another type than JSON a text is sent as it is.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Reads a list to its end, where the path is a known one, and emits its items. -First and -Skip do so too, as far as they say.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override void Process() => Guard(Path, () =>
    {
        var connection = ConnectionFor();
        var (path, query) = RequestPath.Split(Path!, connection.Session.BaseUri);
        var operation = connection.Platform.Catalog.Match(Method!, path);
        var method = Method!.ToUpperInvariant();
        var request = new ApiRequest
        {
            Method = method,
            Path = path,
            Query = [.. query, .. Pairs(Query)],
            Body = HasBody ? MakeBody() : null,
            Operation = operation,
            IsIdempotent = operation?.IsIdempotent ?? method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS",
        };
        var asList = All || PagingParameters.First < ulong.MaxValue || PagingParameters.Skip > 0;
        if (asList && operation?.Paging is null)
            WriteVerbose($"{connection.Platform.Name} has no list with pages at {path}: one request is all.");
        Send(connection, request, asList, operation?.IsRead ?? method is "GET" or "HEAD" or "OPTIONS");
    });

    private ApiBody MakeBody()
    {
        var value = Body is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : Body;
        if (value is FileInfo file)
            value = File.ReadAllBytes(file.FullName);
        if (value is byte[] bytes)
            return new RawBody(bytes, ContentType ?? "application/octet-stream");
        if (ContentType is null || ContentType.Contains("json", StringComparison.OrdinalIgnoreCase))
            return new JsonBody(value is string json ? JsonObjects.Parse(json) : JsonObjects.ToNode(value));
        if (value is IDictionary fields && ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return new FormBody([.. Pairs(fields)]);
        return new RawBody(Encoding.UTF8.GetBytes(value as string ?? JsonObjects.ToNode(value)?.ToJsonString() ?? ""), ContentType);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IDictionary? map)
    {
        foreach (var key in map?.Keys ?? Array.Empty<object>())
        {
            var node = JsonObjects.ToNode(map![key]);
            foreach (var value in node is JsonArray many ? [.. many] : new[] { node })
            {
                if (value is not null)
                    yield return new(JsonValues.ToText(key), value is JsonValue plain ? plain.ToString() : value.ToJsonString());
            }
        }
    }
}
