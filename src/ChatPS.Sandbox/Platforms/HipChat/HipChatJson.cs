using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>What the JSON of several resources has in common.</summary>
internal static class HipChatJson
{
    public static string ToWire(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>The form without a zone that some fields have.</summary>
    public static string ToWireWithoutZone(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The form that some other fields have.</summary>
    public static string ToWireSeconds(this DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static JsonArray ToJsonArray(this IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    public static JsonObject Self(string link) => new() { ["self"] = link };

    /// <summary>Where a picture or file can be fetched.</summary>
    public static string? Address(this HipChatCall call, StoredFile? file) =>
        file is null ? null : new Uri(call.Service.BaseUri, $"files/{file.Id}/{Uri.EscapeDataString(file.Name)}").AbsoluteUri;
}
