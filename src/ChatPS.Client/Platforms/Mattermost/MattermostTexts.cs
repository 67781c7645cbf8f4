using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Texts as the server has them: places for them that are empty, and maps in which newer servers put other values too.</summary>
internal static class MattermostTexts
{
    /// <summary>A text, where the server has one and not just an empty place for it.</summary>
    public static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    public static IReadOnlyDictionary<string, string> Of(Dictionary<string, JsonElement>? map) =>
        (map ?? []).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
