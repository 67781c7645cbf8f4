using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Reads texts that may come as numbers: ids are numbers in most answers, and texts in some.</summary>
internal sealed class HipChatIdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.String => reader.GetString(),
        _ => throw new JsonException("Neither a text nor a whole number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
