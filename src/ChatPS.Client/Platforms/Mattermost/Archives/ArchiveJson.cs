using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Looks into lines of which nothing is known for sure: what is null or of another type isn't there.</summary>
internal static class ArchiveJson
{
    public static bool Has(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static string? Text(this JsonElement element, string name) =>
        element.Has(name) && element.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Has(name) && element.GetProperty(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}
