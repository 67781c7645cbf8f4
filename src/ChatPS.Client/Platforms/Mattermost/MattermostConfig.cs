using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>A configuration as JSON: finds settings by their paths, and keeps the secrets among them to itself.</summary>
internal static class MattermostConfig
{
    /// <summary>What stands for a secret, here as at the server.</summary>
    public const string Stars = "********************************";

    // Beside what is called a secret wherever it stands. A server hides most of them itself, but not those of plugins.
    private static readonly string[] SecretEndings = ["salt", "datasource", "datasourcereplicas", "datasourcesearchreplicas", "credential", "credentials"];

    // They go by a secret's name, and hold a name of a file or of an account.
    private static readonly string[] KnownAsPlain = ["GfycatApiKey", "GoogleDeveloperKey"];

    // Of these a server takes any name; of all others it knows the names.
    private static readonly string[] OpenMaps = ["PluginSettings.Plugins", "PluginSettings.PluginStates"];

    /// <summary>Each setting with its path, in the order they stand in. What is empty between them has none.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Flatten(JsonObject config, string prefix = "")
    {
        foreach (var (name, value) in config)
        {
            if (value is JsonObject section)
            {
                foreach (var inner in Flatten(section, prefix + name + "."))
                    yield return inner;
            }
            else
            {
                yield return (prefix + name, value);
            }
        }
    }

    /// <summary>Whether a setting's value is for nobody to see. Numbers, yes and no are none, whatever their name.</summary>
    public static bool IsSecret(string path, JsonNode? value)
    {
        if (value?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Array) || value.ToString().Length == 0)
            return false;
        var name = path[(path.LastIndexOf('.') + 1)..];
        return (Secret.IsNameOfOne(name) && !KnownAsPlain.Contains(name)) || Array.Exists(SecretEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names that lead to a setting or a section, as the configuration spells them; null when there is no such thing. Names may have points in them.</summary>
    public static IReadOnlyList<string>? Locate(JsonObject config, string path)
    {
        foreach (var (name, value) in config)
        {
            if (name.Equals(path, StringComparison.OrdinalIgnoreCase))
                return [name];
            if (value is JsonObject section && path.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase) && Locate(section, path[(name.Length + 1)..]) is { } rest)
                return [name, .. rest];
        }
        return null;
    }

    /// <summary>The names that lead to where a setting is or, in a map of any names, shall be.</summary>
    /// <exception cref="ChatException">The server has no such setting.</exception>
    public static IReadOnlyList<string> Require(JsonObject config, string path)
    {
        if (Locate(config, path) is { } known)
            return known;
        foreach (var map in OpenMaps)
        {
            if (path.Length > map.Length + 1 && path.StartsWith(map + ".", StringComparison.OrdinalIgnoreCase))
                return [.. map.Split('.'), .. InPlugin(path[(map.Length + 1)..], map)];
        }
        throw new ChatException(ChatErrorReason.NotFound, $"The server has no setting '{path}'.")
        {
            Target = path,
            Advice = Flatten(config).Select(setting => setting.Path).MinBy(other => Catalog.EditDistance.Between(other.ToUpperInvariant(), path.ToUpperInvariant())) is { } near
                ? $"Did you mean {near}? Get-ChatServerConfig lists all settings."
                : "Get-ChatServerConfig lists all settings.",
        };
    }

    // The id of a plugin has points; the name of its setting, which is the last, has none.
    private static string[] InPlugin(string rest, string map) => map.EndsWith("Plugins", StringComparison.Ordinal) && rest.LastIndexOf('.') is > 0 and var last
        ? [rest[..last], rest[(last + 1)..]]
        : [rest];

    public static JsonNode? Find(JsonObject config, IReadOnlyList<string> names) =>
        names.Aggregate((JsonNode?)config, (node, name) => (node as JsonObject)?[name]);

    /// <summary>Puts a value where the names lead.</summary>
    public static void Put(JsonObject config, IReadOnlyList<string> names, JsonNode? value)
    {
        var section = config;
        foreach (var name in names.Take(names.Count - 1))
        {
            if (section[name] is not JsonObject next)
                section[name] = next = [];
            section = next;
        }
        section[names[^1]] = value?.DeepClone();
    }

    public static void Remove(JsonObject config, IReadOnlyList<string> names) =>
        (Find(config, [.. names.Take(names.Count - 1)]) as JsonObject)?.Remove(names[^1]);

    /// <summary>A value in the form that the setting has: what scripts read from tables is text.</summary>
    /// <exception cref="ChatException">It cannot be one.</exception>
    public static JsonNode? Fit(string path, JsonNode? value, JsonNode? present)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return present?.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False when value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) =>
                bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : throw Unfit(path, "true or false"),
            JsonValueKind.Number when value?.GetValueKind() != JsonValueKind.Number =>
                long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : throw Unfit(path, "a number"),
            JsonValueKind.String when value is null => JsonValue.Create(""),
            JsonValueKind.String when value.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array => throw Unfit(path, "a text"),
            JsonValueKind.String when text is null => JsonValue.Create(value!.ToString()),
            JsonValueKind.Array when value is null => new JsonArray(),
            JsonValueKind.Array when value is not JsonArray => new JsonArray(value.DeepClone()),
            JsonValueKind.Object when value is not JsonObject => throw Unfit(path, "a table of settings"),
            _ => value,
        };
    }

    private static ChatException Unfit(string path, string form) => new(ChatErrorReason.InvalidRequest, $"The setting {path} takes {form}.")
    {
        Target = path,
        Advice = $"Get-ChatServerConfig {path} shows what it is now.",
    };
}
