using System.Collections;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;

namespace ChatPS.Client.Http;

/// <summary>
/// An operation of the catalog being filled in. What the operation does not declare cannot be given, and a value that
/// is null is not sent: leaving a thing alone and setting it to nothing differ.
/// </summary>
internal sealed class ApiCall(Operation operation)
{
    private readonly Dictionary<string, string> _path = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly JsonObject _members = [];
    private readonly List<ApiFile> _files = [];
    private JsonNode? _content;
    private bool _hasContent;

    public ApiCall Path(string name, string value)
    {
        _path[name] = (string)Spelled(Declared(name, ParameterPlace.Path), value);
        return this;
    }

    public ApiCall Query(string name, object? value)
    {
        var parameter = Declared(name, ParameterPlace.Query);
        if (value is not null)
            _query.AddRange((parameter.Repeats && value is IEnumerable and not string ? ((IEnumerable)value).Cast<object>() : [value])
                .Select(item => KeyValuePair.Create(name, JsonValues.ToText(Spelled(parameter, item)))));
        return this;
    }

    public ApiCall Header(string name, object? value)
    {
        Declared(name, ParameterPlace.Header);
        if (value is not null)
            _headers.Add(new(name, JsonValues.ToText(value)));
        return this;
    }

    /// <summary>A member of the body that may be set to nothing: not given, it is not sent; given as null, null is sent.</summary>
    public ApiCall Body<T>(string name, Given<T> value) => value.IsGiven && value.Value is null ? BodyNull(name) : Body(name, (object?)value.Value);

    /// <summary>A member of the body.</summary>
    public ApiCall Body(string name, object? value)
    {
        var parameter = Declared(name, ParameterPlace.Body);
        if (value is not null)
            _members[name] = JsonValues.ToNode(Spelled(parameter, value));
        return this;
    }

    /// <summary>A member of the body that is sent as null.</summary>
    public ApiCall BodyNull(string name)
    {
        Declared(name, ParameterPlace.Body);
        _members[name] = null;
        return this;
    }

    /// <summary>The whole of a body that isn't made of named members.</summary>
    public ApiCall Content(object? value)
    {
        _content = JsonValues.ToNode(value);
        _hasContent = true;
        return this;
    }

    public ApiCall File(string field, string name, Func<Stream> open, Action<long, long?>? report = null)
    {
        Declared(field, ParameterPlace.Body);
        _files.Add(new(field, name, open, report));
        return this;
    }

    /// <exception cref="ChatException">A value that the path needs is missing or refused.</exception>
    public ApiRequest ToRequest() => new()
    {
        Method = operation.Method,
        Path = PathTemplate.Expand(operation.Path, _path),
        Query = _query,
        Headers = _headers,
        Body = MakeBody(),
        Operation = operation,
        IsIdempotent = operation.IsIdempotent,
    };

    private ApiBody? MakeBody()
    {
        if (_hasContent)
            return new JsonBody(_content);
        if (operation.Media == "multipart/related")
            return new RelatedBody([.. _members.Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))], _files);
        if (operation.Media?.StartsWith("multipart/", StringComparison.Ordinal) == true)
            return new MultipartBody(Fields(), _files);
        if (_members.Count == 0 && !operation.Parameters.Any(p => p is { In: ParameterPlace.Body, Required: true }))
            return null;
        return operation.Media == "application/x-www-form-urlencoded" ? new FormBody(Fields()) : new JsonBody(_members);
    }

    private List<KeyValuePair<string, string>> Fields() =>
        [.. _members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, m.Value!.ToString()))];

    // Of the values that the catalog names people need not know the case. What it does not name is for the server to judge.
    private static object Spelled(OperationParameter parameter, object value) => value is string text ? parameter.Spelled(text) ?? text : value;

    private OperationParameter Declared(string name, ParameterPlace place) =>
        operation.Parameters.FirstOrDefault(p => p.In == place && p.Name == name)
        ?? throw new ArgumentException($"{operation.Id} has no {place} parameter '{name}'.", nameof(name));
}
