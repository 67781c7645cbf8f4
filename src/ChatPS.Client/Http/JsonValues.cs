using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Client.Http;

/// <summary>Turns the values that callers have into what goes on the wire.</summary>
internal static class JsonValues
{
    /// <summary>A value as JSON: text, numbers, dates, dictionaries and lists, however they nest.</summary>
    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        Secret secret => JsonValue.Create(secret.Reveal()),
        bool or string => value is bool b ? JsonValue.Create(b) : JsonValue.Create((string)value),
        int i => JsonValue.Create(i),
        long l => JsonValue.Create(l),
        double d => JsonValue.Create(d),
        decimal m => JsonValue.Create(m),
        Enum e => JsonValue.Create(e.ToString()),
        IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(key =>
            KeyValuePair.Create(ToText(key), ToNode(map[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToNode)]),
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.UInt64 =>
            JsonValue.Create(number.ToDecimal(CultureInfo.InvariantCulture)),
        float f => JsonValue.Create(f),
        _ => JsonValue.Create(ToText(value)),
    };

    /// <summary>A value as text for a query, a form or a path: invariant, dates in ISO 8601, lists with commas.</summary>
    public static string ToText(object value) => value switch
    {
        string text => text,
        Secret secret => secret.Reveal(),
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
        DateTime at => ToText(new DateTimeOffset(at)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(',', list.Cast<object>().Select(ToText)),
        _ => value.ToString() ?? "",
    };
}
