using System.Text;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>
/// A developer's token, which goes where it is asked for: operations that are open get none, and those of players take a player's
/// token, which comes with the call.
/// </summary>
internal sealed class HathoraAuthentication(Secret token, Wire.TokenClaims claims) : Authentication
{
    private const string Open = "none";
    private const string OfPlayers = "player";

    /// <summary>What the token says of itself.</summary>
    public Wire.TokenClaims Claims => claims;

    public override IEnumerable<Secret> Secrets => [token];

    public override DateTimeOffset? ExpiresAt => claims.Exp is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    public static HathoraAuthentication With(Secret token) => new(token, ClaimsOf(token.Reveal()));

    public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) => request.Operation?.Auth switch
    {
        Open => [],
        OfPlayers => throw new ChatException(ChatErrorReason.InvalidRequest, $"{request.Operation.Id} acts for a player, and no player's token was given.")
        {
            Advice = "Give one that New-ChatPlayerToken made, with -PlayerToken.",
        },
        _ => [new("Authorization", "Bearer " + token.Reveal())],
    };

    // Tokens of people are JSON Web Tokens, those of organizations need not be.
    private static Wire.TokenClaims ClaimsOf(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _] ? JsonSerializer.Deserialize(Decode(payload), HathoraJson.Default.TokenClaims) ?? new() : new();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return new();
        }
    }

    private static string Decode(string payload) => Encoding.UTF8.GetString(Convert.FromBase64String(
        payload.Replace('-', '+').Replace('_', '/').PadRight((payload.Length + 3) / 4 * 4, '=')));
}
