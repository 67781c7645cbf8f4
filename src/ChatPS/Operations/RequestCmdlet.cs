using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Operations;

/// <summary>A cmdlet that makes calls of the user's own choice and shows their answers under the API's own names.</summary>
public abstract class RequestCmdlet : GetCmdlet
{
    private protected RequestCmdlet()
    {
    }

    /// <summary>
    /// What the call carries: a hashtable, a custom object or an array, sent as JSON however deep it nests, with $null as
    /// null and dates in ISO 8601; or a text that is JSON already.
    /// </summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Body { get; set; }

    /// <summary>Further headers of the request, by name. One that the session sends too is replaced.</summary>
    [Parameter]
    public IDictionary? Header { get; set; }

    /// <summary>
    /// The file that the answer is written to as it comes, instead of being emitted. One that exists is overwritten when the
    /// whole answer is there; of a list only what one request answers is written.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    private protected bool HasBody => MyInvocation.BoundParameters.ContainsKey(nameof(Body));

    /// <summary>Makes a call and writes its answer.</summary>
    /// <param name="connection">Who makes it.</param>
    /// <param name="request">The call.</param>
    /// <param name="asList">Whether to go on to the list's further pages.</param>
    /// <param name="isRead">Whether it only reads, so that nobody need be asked.</param>
    private protected void Send(Connection connection, ApiRequest request, bool asList, bool isRead)
    {
        request = Prepared(connection, request);
        var target = connection.Mask.Apply($"{request.Method} {request.ToUri(connection.Session.BaseUri).GetLeftPart(UriPartial.Path)}");
        if (!isRead && !ShouldProcess(target, request.Operation?.Id ?? "Send request"))
            return;
        var file = OutFile is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(OutFile);
        if (asList && file is null)
        {
            var pager = connection.Platform.PagerFor(request.Operation);
            if (pager.Names.Any(name => IsGiven(request, name)))
                pager = SinglePage.Instance;
            WriteList((window, context) => connection.Api.ListAsync(request, pager, window, item => Shown(connection, request.Operation, item), context));
            return;
        }
        if (file is null)
            WriteAnswer(connection, Await(connection.Api.SendAsync(request, Context)), request.Operation);
        else
            Await(new SaveTarget(file, overwrite: true).SaveAsync(Path.GetFileName(file), "answer", stream => SaveAsync(connection, request, stream)));
    }

    private async Task SaveAsync(Connection connection, ApiRequest request, Stream stream)
    {
        var kept = connection.Platform.KeptBack(request.Operation);
        if (kept.Count == 0)
        {
            await connection.Api.SendAsync(request with { Download = new ApiDownload(stream) }, Context).ConfigureAwait(false);
            return;
        }
        // What nobody is shown is in no file either, so that the answer is read first.
        var response = await connection.Api.SendAsync(request, Context).ConfigureAwait(false);
        await stream.WriteAsync(response.IsJson ? Without(kept, response.Content) : response.Content).ConfigureAwait(false);
    }

    private static byte[] Without(IReadOnlyList<string> members, byte[] json)
    {
        var (answer, isLess) = (JsonNode.Parse(json), false);
        foreach (var item in answer is JsonArray list ? list.OfType<JsonObject>() : [.. new[] { answer }.OfType<JsonObject>()])
        {
            foreach (var name in members)
                isLess |= item.Remove(name);
        }
        return isLess ? Encoding.UTF8.GetBytes(answer!.ToJsonString()) : json;
    }

    /// <summary>Makes a call that only reads, and writes its answer line by line as it comes.</summary>
    private protected void SendForLines(Connection connection, ApiRequest request)
    {
        request = Prepared(connection, request);
        WriteList((window, context) => window.Cut(connection.Api.ReadLinesAsync(request, Timeout.InfiniteTimeSpan, context)));
    }

    /// <summary>The path in the file system of an existing file.</summary>
    private protected string ResolveFile(string path)
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" && File.Exists(file) ? file : throw new ChatException(ChatErrorReason.InvalidRequest, $"There is no file '{path}'.")
        {
            Advice = "Give the path of a file that exists.",
        };
    }

    private ApiRequest Prepared(Connection connection, ApiRequest request)
    {
        request = WithHeaders(request);
        foreach (var secret in SecretsOf(request))
            connection.Mask.Add(secret);
        return request;
    }

    private void WriteAnswer(Connection connection, ApiResponse response, Operation? operation)
    {
        if (operation?.Kind == ResultKind.Redirect)
            WriteObject(response.Header("Location"));
        else if (response.Content.Length == 0)
            return;
        else if (operation?.ResultType == "file")
            WriteObject(response.Content);
        else if (response.IsJson)
            WriteJson(connection, response, operation);
        else if (response.ContentType is null || response.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            WriteObject(response.Text);
        else
            WriteObject(response.Content);
    }

    private void WriteJson(Connection connection, ApiResponse response, Operation? operation)
    {
        using var json = response.ReadJson();
        var body = json.RootElement;
        // That it went well is what no error means.
        if (operation?.Kind == ResultKind.Status && SaysOnlyThatItWentWell(body))
            return;
        if (body.ValueKind != JsonValueKind.Array)
        {
            Write(Shown(connection, operation, body));
            return;
        }
        foreach (var item in body.EnumerateArray())
            Write(Shown(connection, operation, item));
    }

    private static object? Shown(Connection connection, Operation? operation, JsonElement value)
    {
        var shown = JsonObjects.FromJson(value);
        if (shown is PSObject item)
        {
            foreach (var name in connection.Platform.KeptBack(operation))
                item.Properties.Remove(name);
        }
        return shown;
    }

    private static bool SaysOnlyThatItWentWell(JsonElement body) => body.ValueKind == JsonValueKind.Object && body.EnumerateObject().All(member =>
        (member.Name == "status" && member.Value.ValueKind == JsonValueKind.String && member.Value.ValueEquals("OK"))
        || (member.Name == "success" && member.Value.ValueKind == JsonValueKind.True));

    // Whoever names a page wants that one and no other.
    private static bool IsGiven(ApiRequest request, string name) => request.QueryValue(name) is not null
        || request.Headers.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        || request.Body is JsonBody { Value: JsonObject members } && members.ContainsKey(name);

    private ApiRequest WithHeaders(ApiRequest request)
    {
        foreach (DictionaryEntry header in Header ?? new Hashtable())
        {
            var name = JsonValues.ToText(header.Key);
            var value = JsonObjects.ToNode(header.Value)?.ToString() ?? "";
            if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c)) || value.Any(char.IsControl))
                throw new ChatException(ChatErrorReason.InvalidRequest, $"'{name}' is no header, or its value has control characters.")
                {
                    Advice = "Give headers as a hashtable of names and texts.",
                };
            request = request.WithHeader(name, value);
        }
        return request;
    }

    // Plain text may be a secret too; its name tells.
    private static IEnumerable<Secret> SecretsOf(ApiRequest request) =>
    [
        .. request.Query.Concat(request.Headers).Concat((request.Body as FormBody)?.Fields ?? []).Concat((request.Body as MultipartBody)?.Fields ?? [])
            .Where(pair => Secret.IsNameOfOne(pair.Key) || pair.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            .Select(pair => new Secret(pair.Value)),
        .. SecretsOf((request.Body as JsonBody)?.Value),
    ];

    private static IEnumerable<Secret> SecretsOf(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? Secret.IsNameOfOne(member.Key) ? [new Secret(value.ToString())] : []
            : SecretsOf(member.Value)),
        JsonArray items => items.SelectMany(SecretsOf),
        _ => [],
    };
}
