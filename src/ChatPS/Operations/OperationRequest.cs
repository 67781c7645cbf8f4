using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Operations;

/// <summary>Makes a request of an operation and the values that a user gave for it.</summary>
/// <param name="operation">The operation.</param>
/// <param name="resolve">Gives the path in the file system for a path in PowerShell.</param>
internal sealed class OperationRequest(Operation operation, Func<string, string> resolve)
{
    private readonly IReadOnlyList<OperationArgument> _arguments = OperationArguments.Of(operation);
    private readonly Dictionary<OperationArgument, object?> _values = [];
    private object? _body;
    private bool _hasBody;

    /// <summary>Gives a value to an argument; its type is looked at here.</summary>
    public void Set(OperationArgument argument, object? value) => _values[argument] = argument.Parameter.Enum.Count == 0 ? value : value switch
    {
        string text => Allowed(argument, text),
        IEnumerable items => items.Cast<object?>().Select(item => item is string text ? Allowed(argument, text) : item).ToArray(),
        _ => value,
    };

    /// <summary>Whether an argument was given a value.</summary>
    public bool Has(OperationArgument argument) => _values.ContainsKey(argument);

    /// <summary>Gives the body as a whole; arguments that belong into it are added.</summary>
    public void SetBody(object? body) => (_body, _hasBody) = (body, true);

    /// <exception cref="ChatException">A value is missing, or one doesn't fit.</exception>
    public ApiRequest Build()
    {
        var call = new ApiCall(operation);
        var body = operation.Media is null ? MakeBody() : null;
        Check(body as JsonObject);
        foreach (var (argument, value) in _values)
        {
            _ = argument.Parameter.In switch
            {
                ParameterPlace.Path => call.Path(argument.Parameter.Name, value is null ? "" : JsonValues.ToText(value)),
                ParameterPlace.Query => call.Query(argument.Parameter.Name, value),
                ParameterPlace.Header => call.Header(argument.Parameter.Name, value),
                _ => call,
            };
        }
        if (operation.Media is not null)
            return WithMedia(call);
        var isSent = body switch
        {
            JsonObject members => members.Count > 0 || _hasBody,
            null => _hasBody,
            _ => true,
        };
        return isSent ? call.Content(body).ToRequest() : call.ToRequest();
    }

    // The API minds case, people do not.
    private string Allowed(OperationArgument argument, string text) =>
        argument.Parameter.Spelled(text)
        ?? throw Refuse($"{argument.Name} of {operation.Id} is one of {string.Join(", ", argument.Parameter.Enum)}, not '{text}'.");

    private void Check(JsonObject? body)
    {
        var missing = _arguments.Where(a => a.IsNeeded && !_values.ContainsKey(a)
            && !(a.Parameter.In == ParameterPlace.Body && (_hasBody && body is null || body?.ContainsKey(a.Parameter.Name) == true))).ToArray();
        if (missing.Length > 0)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"{operation.Id} needs {string.Join(", ", missing.Select(a => a.Parameter.Name))}.")
            {
                Advice = $"Give {string.Join(", ", missing.Select(a => "-" + a.Name))}.",
            };
        if (operation.BodyRequired && !_hasBody)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"{operation.Id} needs a body: {operation.BodyType ?? "object"}.")
            {
                Advice = "Give it with -Body.",
            };
    }

    private JsonNode? MakeBody()
    {
        var whole = _hasBody ? BodyOf(operation.BodyType) : null;
        var inBody = _arguments.Where(a => a.Parameter.In == ParameterPlace.Body).ToArray();
        if (whole is not (null or JsonObject))
        {
            return inBody.Any(_values.ContainsKey)
                ? throw Refuse("Only an object as -Body can be joined by further members.")
                : whole;
        }
        if (inBody.Length == 0)
            return whole;
        var members = (JsonObject?)whole ?? [];
        foreach (var argument in inBody)
        {
            var name = argument.Parameter.Name;
            if (_values.TryGetValue(argument, out var value))
                members[name] = NodeOf(argument, value);
            else if (argument.Follows is { } path && !members.ContainsKey(name) && _values.FirstOrDefault(v => v.Key.Parameter == path).Value is { } same)
                members[name] = JsonValues.ToNode(same);
        }
        return members;
    }

    private JsonNode? NodeOf(OperationArgument argument, object? value)
    {
        var node = argument.Parameter.Type == "object" ? ObjectOf(value) : JsonObjects.ToNode(value);
        return argument.Parameter.Type != "object" || node is JsonObject or null
            ? node
            : throw Refuse($"{argument.Name} of {operation.Id} takes an object: a hashtable, a custom object or its JSON.");
    }

    private JsonNode? BodyOf(string? type)
    {
        if (type is null or "object")
        {
            return ObjectOf(_body) is var node && node is JsonObject or JsonArray or null
                ? node
                : throw Refuse($"The body of {operation.Id} is an object: give a hashtable, a custom object or its JSON.");
        }
        if (type.StartsWith("array<", StringComparison.Ordinal))
        {
            // One item is an array of it: PowerShell unrolls them on the way.
            var array = (_body is string text && text.TrimStart().StartsWith('[') ? JsonObjects.Parse(text) : JsonObjects.ToNode(_body)) switch
            {
                JsonArray many => many,
                null => [],
                var one => new JsonArray(one),
            };
            return type != "array<string>" || array.All(IsText)
                ? array
                : throw Refuse($"The body of {operation.Id} is an array of texts.");
        }
        if (type is "number" or "integer")
        {
            return LanguagePrimitives.TryConvertTo(_body, CultureInfo.InvariantCulture, out double number)
                ? type == "integer" ? JsonValue.Create((long)number) : JsonValue.Create(number)
                : throw Refuse($"The body of {operation.Id} is a number.");
        }
        return ObjectOf(_body);
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static JsonNode? ObjectOf(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string text && JsonObjects.LooksLikeJson(text) ? JsonObjects.Parse(text) : JsonObjects.ToNode(value);

    private ApiRequest WithMedia(ApiCall call)
    {
        if (operation.BodyType == "file")
            return call.ToRequest() with { Body = new RawBody(BytesOf(_body), operation.Media!) };
        if (_hasBody)
        {
            foreach (var (name, value) in ObjectOf(_body) as JsonObject ?? throw Refuse($"The body of {operation.Id} is made of fields: give a hashtable."))
            {
                var argument = _arguments.FirstOrDefault(a => a.Parameter.In == ParameterPlace.Body && a.Parameter.Name == name)
                    ?? throw Refuse($"{operation.Id} has no field '{name}' in its body.");
                _values.TryAdd(argument, value?.ToString());
            }
            Check([]);
        }
        foreach (var (argument, value) in _values.Where(v => v.Key.Parameter.In == ParameterPlace.Body))
        {
            if (!argument.IsFile)
            {
                call.Body(argument.Parameter.Name, value);
                continue;
            }
            foreach (var path in value as IEnumerable<object?> ?? [value])
            {
                var file = resolve(path as string ?? "");
                call.File(argument.Parameter.Name, Path.GetFileName(file), () => File.OpenRead(file));
            }
        }
        return call.ToRequest();
    }

    private byte[] BytesOf(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        byte[] bytes => bytes,
        FileInfo file => File.ReadAllBytes(resolve(file.FullName)),
        string path => File.ReadAllBytes(resolve(path)),
        object[] numbers when LanguagePrimitives.TryConvertTo(numbers, out byte[] bytes) => bytes,
        _ => throw Refuse($"The body of {operation.Id} is a file: give its path or its bytes."),
    };

    private static ChatException Refuse(string message) => new(ChatErrorReason.InvalidRequest, message)
    {
        Advice = "Get-ChatOperation shows what the operation takes.",
    };
}
