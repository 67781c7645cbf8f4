using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Reads what tokens say of themselves. Whether that is true is for the server to know.</summary>
internal static class JsonWebToken
{
    private const double LastSecond = 253_402_300_800;

    /// <summary>The claims of a token; null for one of another kind.</summary>
    public static T? ClaimsOf<T>(Secret token, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return token.Reveal().Split('.') is [_, var payload, _] ? JsonSerializer.Deserialize(Decode(payload), type) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The moment that a claim gives in seconds since 1970; null when it gives none.</summary>
    public static DateTimeOffset? TimeOf(double? seconds) =>
        seconds is >= 0 and < LastSecond ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.Value) : null;

    private static string Decode(string payload) => Encoding.UTF8.GetString(Convert.FromBase64String(
        payload.Replace('-', '+').Replace('_', '/').PadRight((payload.Length + 3) / 4 * 4, '=')));
}
