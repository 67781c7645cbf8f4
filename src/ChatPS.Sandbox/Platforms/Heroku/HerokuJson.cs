using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>What the JSON of several resources has in common. Each resource's own form stands with its routes.</summary>
internal static class HerokuJson
{
    public static string ToWire(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The short form in which one resource names another.</summary>
    public static JsonObject ToReference(this NamedEntity entity) => new() { ["id"] = entity.Id, ["name"] = entity.Name };

    public static JsonObject ToReference(this Account account) => new() { ["id"] = account.Id, ["email"] = account.Email };

    public static JsonArray ToJsonArray(this IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray ToJsonArray(this IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    public static JsonObject ToMap(this IReadOnlyDictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    /// <summary>Adds the two times that every resource has.</summary>
    public static JsonObject WithTimes(this JsonObject json, Entity entity)
    {
        json["created_at"] = entity.CreatedAt.ToWire();
        json["updated_at"] = entity.UpdatedAt.ToWire();
        return json;
    }
}
