using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>Turns JSON into what scripts work with.</summary>
internal static class JsonObjects
{
    private const int DeepestNesting = 64;

    /// <summary>An object with the members' own names, an array, or a plain value.</summary>
    public static object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => FromObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A name on the wire as a property of ours: last_post_at and lastPostAt become LastPostAt.</summary>
    public static string PropertyName(string wireName) => string.Concat(wireName
        .Split(['_', '-', '.', ' ', ':', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What a script works with as JSON: hashtables, custom objects, arrays and plain values, however they nest.</summary>
    public static JsonNode? ToNode(object? value) => ToNode(value, depth: 0);

    /// <summary>Whether a text means an object or an array rather than itself.</summary>
    public static bool LooksLikeJson(string text) => text.TrimStart() is ['{' or '[', ..];

    /// <summary>The value that a text writes in JSON.</summary>
    /// <exception cref="ChatException">It writes none.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The text is not JSON: {e.Message}", e)
            {
                Advice = "Give a hashtable instead, or correct the text.",
            };
        }
    }

    private static JsonNode? ToNode(object? value, int depth)
    {
        // An object that holds itself would never end.
        if (depth > DeepestNesting)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The value nests deeper than {DeepestNesting} levels.") { Advice = "Check that it does not contain itself." };
        return value switch
        {
            null => null,
            PSObject { BaseObject: PSCustomObject } custom => new JsonObject(custom.Properties.Where(p => p.IsGettable)
                .Select(p => KeyValuePair.Create(p.Name, ToNode(p.Value, depth + 1)))),
            PSObject wrapped => ToNode(wrapped.BaseObject, depth),
            SecureString secret => JsonValue.Create(Secrets.Of(secret)?.Reveal() ?? ""),
            PSCredential credential => ToNode(credential.Password, depth),
            SwitchParameter flag => JsonValue.Create(flag.IsPresent),
            JsonNode or string => JsonValues.ToNode(value),
            IDictionary map => new JsonObject(map.Keys.Cast<object>()
                .Select(key => KeyValuePair.Create(JsonValues.ToText(key), ToNode(map[key], depth + 1)))),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, depth + 1))]),
            _ => JsonValues.ToNode(value),
        };
    }

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
