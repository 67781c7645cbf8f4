using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>The members of a body. What is missing or doesn't fit is refused, and null is not leaving out.</summary>
internal sealed class HipChatBody(JsonObject json)
{
    public bool Has(string name) => json.ContainsKey(name);

    public bool IsObject(string name) => json[name] is JsonObject;

    /// <summary>All of it, with one member set.</summary>
    public JsonObject With(string name, string value)
    {
        var all = json.DeepClone().AsObject();
        all[name] = value;
        return all;
    }

    public string Text(string name, int min = 0, int max = int.MaxValue) => Needed(name, OptionalText(name, min, max));

    public string? OptionalText(string name, int min = 0, int max = int.MaxValue)
    {
        if (Value<string>(name, "a text") is not { } text)
            return null;
        return text.Length >= min && text.Length <= max
            ? text
            : throw Unfit(name, max == int.MaxValue ? $"at least {min} characters long" : $"{min} to {max} characters long");
    }

    public string Choice(string name, params string[] values) => Needed(name, OptionalChoice(name, values));

    public string? OptionalChoice(string name, params string[] values) =>
        OptionalText(name) is not { } text ? null : values.Contains(text) ? text : throw Unfit(name, "one of " + string.Join(", ", values));

    public bool Flag(string name) => OptionalFlag(name) ?? throw Missing(name);

    public bool? OptionalFlag(string name) => json.ContainsKey(name) ? Value<bool>(name, "true or false") : null;

    public int Integer(string name) => json.ContainsKey(name) ? Value<int>(name, "a whole number") : throw Missing(name);

    public JsonObject Object(string name) => Needed(name, OptionalObject(name));

    public JsonObject? OptionalObject(string name) =>
        json.TryGetPropertyValue(name, out var node) ? node as JsonObject ?? throw Unfit(name, "an object") : null;

    public IReadOnlyList<JsonObject> Objects(string name) => json.TryGetPropertyValue(name, out var node)
        ? Each(name, node, item => item as JsonObject ?? throw Unfit(name, "a list of objects"))
        : throw Missing(name);

    /// <summary>A list of some of the values given; null when it is left out.</summary>
    public IReadOnlyList<string>? OptionalChoices(string name, params string[] values) => json.TryGetPropertyValue(name, out var node)
        ? Each(name, node, item => item is JsonValue value && value.TryGetValue(out string? text) && values.Contains(text)
            ? text
            : throw Unfit(name, "a list of " + string.Join(", ", values)))
        : null;

    /// <summary>An id or name, sent as a text or a number; null when it is left out or null.</summary>
    public string? OptionalId(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value when value.TryGetValue(out long number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw Unfit(name, "an id"),
    };

    /// <summary>Whether a member is there and null on purpose.</summary>
    public bool IsNull(string name) => json.TryGetPropertyValue(name, out var node) && node is null;

    public static SandboxAnswerException Missing(string name) => HipChatAnswer.BadRequest($"The field '{name}' is required.");

    public static SandboxAnswerException Unfit(string name, string kind) => HipChatAnswer.BadRequest($"The field '{name}' has to be {kind}.");

    private static T Needed<T>(string name, T? value)
        where T : class => value ?? throw Missing(name);

    private static List<T> Each<T>(string name, JsonNode? node, Func<JsonNode?, T> read) =>
        [.. (node as JsonArray ?? throw Unfit(name, "a list")).Select(read)];

    private T? Value<T>(string name, string kind)
    {
        if (!json.TryGetPropertyValue(name, out var node))
            return default;
        return node is JsonValue value && value.TryGetValue(out T? read) ? read : throw Unfit(name, kind);
    }
}
