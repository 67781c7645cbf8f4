using System.Text.Json;

namespace ChatPS.Client.Catalog;

/// <summary>Reads the embedded catalogs. By hand, because setting up a serializer costs more than the parsing.</summary>
internal static class CatalogReader
{
    private const string Suffix = ".operations.json";

    public static OperationCatalog Read(string platform)
    {
        var assembly = typeof(CatalogReader).Assembly;
        var resource = assembly.GetManifestResourceNames()
            .FirstOrDefault(name => name.Equals(platform + Suffix, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no catalog of a platform '{platform}'.", nameof(platform));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return Read(stream);
    }

    public static OperationCatalog Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new OperationCatalog([.. root.GetProperty("operations").EnumerateArray().Select(ReadOperation)])
        {
            Platform = Text(root, "platform")!,
            ApiVersion = Text(root, "apiVersion")!,
            BaseUri = Text(root, "baseUrl") is { } address ? new Uri(address) : null,
            Hosts = root.TryGetProperty("hosts", out var hosts)
                ? hosts.EnumerateObject().ToDictionary(host => host.Name, host => new Uri(host.Value.GetString()!))
                : [],
        };
    }

    private static Operation ReadOperation(JsonElement json)
    {
        var method = Text(json, "method")!;
        var result = json.GetProperty("result");
        return new Operation
        {
            Id = Text(json, "id")!,
            Group = Text(json, "group")!,
            Method = method,
            Path = Text(json, "path")!,
            Parameters = json.TryGetProperty("parameters", out var parameters)
                ? [.. parameters.EnumerateArray().Select(ReadParameter)]
                : [],
            BodyType = Text(json, "bodyType"),
            BodyRequired = Flag(json, "bodyRequired"),
            Media = Text(json, "media"),
            Kind = Enum.Parse<ResultKind>(Text(result, "kind")!, ignoreCase: true),
            ResultType = Text(result, "type"),
            Items = Text(result, "items"),
            Paging = Text(json, "paging"),
            Auth = Text(json, "auth"),
            IsRead = json.TryGetProperty("read", out var read) ? read.GetBoolean() : method is "GET" or "HEAD",
            IsDeprecated = Flag(json, "deprecated"),
            Since = Text(json, "since"),
            Host = Text(json, "host"),
        };
    }

    private static OperationParameter ReadParameter(JsonElement json) => new()
    {
        Name = Text(json, "name")!,
        In = Enum.Parse<ParameterPlace>(Text(json, "in")!, ignoreCase: true),
        Type = Text(json, "type")!,
        Required = Flag(json, "required"),
        Default = json.TryGetProperty("default", out var value) ? Value(value) : null,
        Enum = json.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(item => item.GetString()!)] : [],
        Max = json.TryGetProperty("max", out var max) ? max.GetInt32() : null,
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        _ => null,
    };
}
