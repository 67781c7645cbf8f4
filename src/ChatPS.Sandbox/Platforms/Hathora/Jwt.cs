using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Texts of the form of JSON web tokens. Nobody has a key: what makes one valid is that the service knows it.</summary>
internal static class Jwt
{
    private static readonly string Header = Encode("""{"alg":"HS256","typ":"JWT"}""");

    public static string New(JsonObject payload) =>
        $"{Header}.{Encode(payload.ToJsonString())}.{Seeder.Secret(43, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}";

    /// <summary>What such a text says; null when it is of another form.</summary>
    public static JsonObject? Payload(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
            return null;
        var text = payload.Replace('-', '+').Replace('_', '/');
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))) as JsonObject;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Encode(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
