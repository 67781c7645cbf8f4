using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>
/// A developer's token, which goes where it is asked for: operations that are open get none, and those of players take a player's
/// token, which comes with the call.
/// </summary>
internal sealed class HathoraAuthentication(Secret token, Wire.TokenClaims claims) : Authentication
{
    /// <summary>What the token says of itself.</summary>
    public Wire.TokenClaims Claims => claims;

    public override IEnumerable<Secret> Secrets => [token];

    public override DateTimeOffset? ExpiresAt => JsonWebToken.TimeOf(claims.Exp);

    // Tokens of people are JSON Web Tokens, those of organizations need not be.
    public static HathoraAuthentication With(Secret token) => new(token, JsonWebToken.ClaimsOf(token, HathoraJson.Default.TokenClaims) ?? new());

    public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) => request.Operation switch
    {
        { IsOpen: true } => [],
        { IsForPlayers: true } => throw new ChatException(ChatErrorReason.InvalidRequest, $"{request.Operation.Id} acts for a player, and no player's token was given.")
        {
            Advice = "Give one that New-ChatPlayerToken made, with -PlayerToken.",
        },
        _ => [new("Authorization", "Bearer " + token.Reveal())],
    };
}
