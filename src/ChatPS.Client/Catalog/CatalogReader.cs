using System.Text.Json;

namespace ChatPS.Client.Catalog;

/// <summary>
/// Reads the embedded catalogs. In one pass and by hand, because it happens within somebody's first command: setting up a
/// serializer, or a document to look things up in, costs several times the reading.
/// </summary>
internal static class CatalogReader
{
    private const string Suffix = ".operations.json";

    public static OperationCatalog Read(string platform)
    {
        var assembly = typeof(CatalogReader).Assembly;
        var resource = Array.Find(
            assembly.GetManifestResourceNames(),
            name => name.Equals(platform + Suffix, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no catalog of a platform '{platform}'.", nameof(platform));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return Read(json);
    }

    public static OperationCatalog Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? platform = null, version = null, address = null;
        var hosts = new Dictionary<string, Uri>();
        var operations = new List<Operation>();
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "platform": platform = reader.GetString(); break;
                case "apiVersion": version = reader.GetString(); break;
                case "baseUrl": address = reader.GetString(); break;
                case "hosts":
                    while (Member(ref reader) is { } host) hosts[host] = new Uri(reader.GetString()!);
                    break;
                case "operations":
                    while (Element(ref reader)) operations.Add(ReadOperation(ref reader));
                    break;
                default: throw Unknown(name);
            }
        }

        return new OperationCatalog(operations)
        {
            Platform = platform!,
            ApiVersion = version!,
            BaseUri = address is null ? null : new Uri(address),
            Hosts = hosts,
        };
    }

    private static Operation ReadOperation(ref Utf8JsonReader reader)
    {
        string? id = null, group = null, method = null, path = null, bodyType = null, media = null, paging = null, auth = null,
            since = null, host = null, resultType = null, items = null;
        var parameters = new List<OperationParameter>();
        var kind = ResultKind.Unknown;
        bool bodyRequired = false, deprecated = false;
        bool? read = null;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "id": id = reader.GetString(); break;
                case "group": group = reader.GetString(); break;
                case "method": method = reader.GetString(); break;
                case "path": path = reader.GetString(); break;
                case "parameters":
                    while (Element(ref reader)) parameters.Add(ReadParameter(ref reader));
                    break;
                case "bodyType": bodyType = reader.GetString(); break;
                case "bodyRequired": bodyRequired = reader.GetBoolean(); break;
                case "media": media = reader.GetString(); break;
                case "result":
                    while (Member(ref reader) is { } detail)
                    {
                        switch (detail)
                        {
                            case "kind": kind = Kind(reader.GetString()!); break;
                            case "type": resultType = reader.GetString(); break;
                            case "items": items = reader.GetString(); break;
                            default: throw Unknown(detail);
                        }
                    }

                    break;
                case "paging": paging = reader.GetString(); break;
                case "auth": auth = reader.GetString(); break;
                case "read": read = reader.GetBoolean(); break;
                case "deprecated": deprecated = reader.GetBoolean(); break;
                case "since": since = reader.GetString(); break;
                case "host": host = reader.GetString(); break;
                default: throw Unknown(name);
            }
        }

        return new Operation
        {
            Id = id!,
            Group = group!,
            Method = method!,
            Path = path!,
            Parameters = parameters,
            BodyType = bodyType,
            BodyRequired = bodyRequired,
            Media = media,
            Kind = kind,
            ResultType = resultType,
            Items = items,
            Paging = paging,
            Auth = auth,
            IsRead = read ?? method is "GET" or "HEAD",
            IsDeprecated = deprecated,
            Since = since,
            Host = host,
        };
    }

    private static OperationParameter ReadParameter(ref Utf8JsonReader reader)
    {
        string? parameter = null, type = null;
        var place = ParameterPlace.Path;
        var required = false;
        object? preset = null;
        List<string>? values = null;
        int? max = null;
        var repeats = false;
        while (Member(ref reader) is { } name)
        {
            switch (name)
            {
                case "name": parameter = reader.GetString(); break;
                case "in": place = Place(reader.GetString()!); break;
                case "type": type = reader.GetString(); break;
                case "required": required = reader.GetBoolean(); break;
                case "default": preset = Value(ref reader); break;
                case "enum":
                    values = [];
                    while (Element(ref reader)) values.Add(reader.GetString()!);
                    break;
                case "max": max = reader.GetInt32(); break;
                case "repeats": repeats = reader.GetBoolean(); break;
                default: throw Unknown(name);
            }
        }

        return new OperationParameter
        {
            Name = parameter!,
            In = place,
            Type = type!,
            Required = required,
            Default = preset,
            Enum = values ?? (IReadOnlyList<string>)[],
            Max = max,
            Repeats = repeats,
        };
    }

    /// <summary>Moves to the next member's value and tells its name, or to the object's end.</summary>
    private static string? Member(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject) return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }

    /// <summary>Moves to the next element, or to the array's end.</summary>
    private static bool Element(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        _ => null,
    };

    private static ParameterPlace Place(string name) => name switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "body" => ParameterPlace.Body,
        "header" => ParameterPlace.Header,
        _ => throw Unknown(name),
    };

    private static ResultKind Kind(string name) => name switch
    {
        "unknown" => ResultKind.Unknown,
        "none" => ResultKind.None,
        "single" => ResultKind.Single,
        "list" => ResultKind.List,
        "wrapped" => ResultKind.Wrapped,
        "posts" => ResultKind.Posts,
        "status" => ResultKind.Status,
        "stream" => ResultKind.Stream,
        "redirect" => ResultKind.Redirect,
        _ => throw Unknown(name),
    };

    // Import and reader belong together: what one writes and the other doesn't know is a mistake of ours.
    private static JsonException Unknown(string name) => new($"'{name}' is not part of a catalog.");
}
