using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Reads members of a body. What is missing or doesn't fit is refused; only what is optional may be left out, and null is not leaving out.</summary>
internal static class HathoraBody
{
    public static string Text(this JsonObject body, string name, int max = int.MaxValue, Regex? pattern = null) =>
        body.OptionalText(name, max, pattern) ?? throw Missing(name);

    public static string? OptionalText(this JsonObject body, string name, int max = int.MaxValue, Regex? pattern = null) =>
        body.TryGetPropertyValue(name, out var value) ? CheckText(value.As<string>(name, "a text"), name, max, pattern) : null;

    public static string Choice(this JsonObject body, string name, IReadOnlyList<string> values) =>
        body.OptionalChoice(name, values) ?? throw Missing(name);

    public static string? OptionalChoice(this JsonObject body, string name, IReadOnlyList<string> values) =>
        body.OptionalText(name) is { } value ? CheckChoice(value, name, values) : null;

    public static bool Flag(this JsonObject body, string name) => body.OptionalFlag(name) ?? throw Missing(name);

    public static bool? OptionalFlag(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var value) ? value.As<bool>(name, "true or false") : null;

    public static int Integer(this JsonObject body, string name, int min, int max) => body.OptionalInteger(name, min, max) ?? throw Missing(name);

    public static int? OptionalInteger(this JsonObject body, string name, int min, int max) =>
        body.OptionalNumber(name, min, max) is not { } number ? null : number == Math.Floor(number) ? (int)number : throw Unfit(name, "a whole number");

    public static double Number(this JsonObject body, string name, double min, double max) => body.OptionalNumber(name, min, max) ?? throw Missing(name);

    public static double? OptionalNumber(this JsonObject body, string name, double min, double max)
    {
        if (!body.TryGetPropertyValue(name, out var value))
            return null;
        var number = value.As<double>(name, "a number");
        return number >= min && number <= max ? number : throw Unfit(name, FormattableString.Invariant($"between {min} and {max}"));
    }

    public static JsonObject Object(this JsonObject body, string name) => body.OptionalObject(name) ?? throw Missing(name);

    public static JsonObject? OptionalObject(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var value) ? value as JsonObject ?? throw Unfit(name, "an object") : null;

    public static List<JsonObject> Objects(this JsonObject body, string name) => body.OptionalObjects(name) ?? throw Missing(name);

    public static List<JsonObject>? OptionalObjects(this JsonObject body, string name) =>
        body.OptionalArray(name)?.Select(item => item as JsonObject ?? throw Unfit(name, "a list of objects")).ToList();

    public static List<string>? OptionalTexts(this JsonObject body, string name) =>
        body.OptionalArray(name)?.Select(item => item.As<string>(name, "a list of texts")).ToList();

    /// <summary>What may be a role or a list of scopes; null when it is left out.</summary>
    public static Access? OptionalAccess(this JsonObject body, string name, IReadOnlyList<string> roles)
    {
        if (!body.TryGetPropertyValue(name, out var value))
            return null;
        if (value is not JsonArray)
            return Access.Of(CheckChoice(value.As<string>(name, "a role or a list of scopes"), name, roles));
        return Access.Of([.. body.OptionalTexts(name)!.Select(scope => CheckChoice(scope, name, Access.Scopes))]);
    }

    public static string CheckText(string value, string name, int max, Regex? pattern = null)
    {
        if (value.Length > max)
            throw Unfit(name, $"at most {max} characters long");
        return pattern is null || pattern.IsMatch(value) ? value : throw Unfit(name, $"of the form {pattern}");
    }

    public static string CheckChoice(string value, string name, IReadOnlyList<string> values) =>
        values.Contains(value) ? value : throw Unfit(name, "one of " + string.Join(", ", values));

    private static JsonArray? OptionalArray(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var value) ? value as JsonArray ?? throw Unfit(name, "a list") : null;

    private static T As<T>(this JsonNode? node, string name, string kind) =>
        node is JsonValue value && value.TryGetValue(out T? read) ? read : throw Unfit(name, kind);

    private static Http.SandboxAnswerException Missing(string name) => HathoraAnswer.Invalid($"{name} is required.");

    private static Http.SandboxAnswerException Unfit(string name, string kind) => HathoraAnswer.Invalid($"{name} has to be {kind}.");
}
