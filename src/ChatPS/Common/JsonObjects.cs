using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;

namespace ChatPS.Common;

/// <summary>Turns JSON into what scripts work with.</summary>
internal static class JsonObjects
{
    /// <summary>An object with the members' own names, an array, or a plain value.</summary>
    public static object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => FromObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A name on the wire as a property of ours: last_post_at and lastPostAt become LastPostAt.</summary>
    public static string PropertyName(string wireName) => string.Concat(wireName
        .Split(['_', '-', '.', ' ', ':', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What a script made, for the wire: the engine's wrappers taken off, custom objects as dictionaries.</summary>
    public static object? ToPlain(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } made => made.Properties.ToDictionary(p => p.Name, p => ToPlain(p.Value), StringComparer.Ordinal),
        PSObject wrapped => ToPlain(wrapped.BaseObject),
        IDictionary map => ToPlain(map),
        string => value,
        IEnumerable list => list.Cast<object?>().Select(ToPlain).ToArray(),
        _ => value,
    };

    /// <summary>A hashtable for the wire.</summary>
    public static Dictionary<string, object?> ToPlain(IDictionary map) => map.Keys.Cast<object>().ToDictionary(
        key => Convert.ToString(key, CultureInfo.InvariantCulture)!, key => ToPlain(map[key]), StringComparer.Ordinal);

    private static PSObject FromObject(JsonElement value)
    {
        var result = new PSObject();
        foreach (var member in value.EnumerateObject())
        {
            // An object's member may be called anything, also the same twice or nothing at all.
            if (member.Name.Length > 0 && result.Properties[member.Name] is null)
                result.Properties.Add(new PSNoteProperty(member.Name, FromJson(member.Value)));
        }
        return result;
    }
}
