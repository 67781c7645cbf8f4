using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>What somebody may do: a role in one word, or scopes one by one.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record Access(string? Role, IReadOnlyList<string> Scopes)
{
    public sealed class Converter : JsonConverter<Access>
    {
        public override Access Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new(reader.GetString(), []);
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("Scopes are a text or an array of texts.");
            var scopes = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                scopes.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A scope is a text."));
            return new(null, scopes);
        }

        public override void Write(Utf8JsonWriter writer, Access value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
