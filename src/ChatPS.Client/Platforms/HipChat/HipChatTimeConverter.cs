using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Reads points in time in the forms that the servers have: ISO 8601 with or without a zone, and seconds since 1970 as a number or a text.</summary>
internal sealed class HipChatTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException("Not a point in time."),
    };

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();

    // What is no time at all, such as "never", is none.
    private static DateTimeOffset? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : null;
}
