using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Maps of texts, in which newer servers put other values too.</summary>
internal static class MattermostTexts
{
    public static IReadOnlyDictionary<string, string> Of(Dictionary<string, JsonElement>? map) =>
        (map ?? []).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
