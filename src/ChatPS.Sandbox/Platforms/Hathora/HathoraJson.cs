using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>What the JSON of several resources has in common. Each resource's own form stands with its routes.</summary>
internal static class HathoraJson
{
    public static string ToWire(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonArray ToJsonArray(this IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray ToJsonArray(this IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    /// <summary>Adds a member that is left out when there is nothing to tell.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
        return json;
    }

    /// <summary>Adds a member that is there even when there is nothing to tell.</summary>
    public static JsonObject WithNull(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }
}
