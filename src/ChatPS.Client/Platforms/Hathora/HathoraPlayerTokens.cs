using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The tokens of those who play an app. Signing in is open to everybody: the developer's token does not go with it.</summary>
internal sealed class HathoraPlayerTokens(Connection connection) : HathoraResource(connection), IAppItemCreator<NewPlayerToken, ChatPlayerToken>
{
    public async Task<ChatPlayerToken> CreateAsync(string app, NewPlayerToken item, CallContext context)
    {
        var appId = await Names.AppIdAsync(app, context).ConfigureAwait(false);
        var token = await SignInAsync(appId, item, context).ConfigureAwait(false);
        var claims = JsonWebToken.ClaimsOf(token, HathoraJson.Default.PlayerClaims) ?? new();
        return new ChatPlayerToken
        {
            Session = Connection.Session,
            AppId = appId,
            Token = Secret.Keep(token.Reveal())!,
            Kind = claims.Type ?? (item.GoogleIdToken is not null ? "google" : item.Nickname is not null ? "nickname" : "anonymous"),
            PlayerId = TextOf(claims.Id),
            Name = claims.Name ?? item.Nickname,
            CreatedAt = JsonWebToken.TimeOf(claims.Iat),
            ExpiresAt = JsonWebToken.TimeOf(claims.Exp),
        };
    }

    /// <summary>A token for a player of an app.</summary>
    public async Task<Secret> SignInAsync(string app, NewPlayerToken player, CallContext context)
    {
        Connection.Mask.Add(player.GoogleIdToken);
        var call = await CallForAppAsync(player switch
        {
            { GoogleIdToken: not null } => LoginGoogle,
            { Nickname: not null } => LoginNickname,
            _ => LoginAnonymous,
        }, app, context).ConfigureAwait(false);
        if (player.GoogleIdToken is not null)
            call.Body("idToken", player.GoogleIdToken);
        else if (player.Nickname is not null)
            call.Body("nickname", player.Nickname);
        var answer = await ReadAsync(call, HathoraJson.Default.PlayerToken, context).ConfigureAwait(false);
        if (answer.Token is "")
            throw new ChatException(ChatErrorReason.InvalidResponse, "The server let the player in and gave no token.");
        var token = new Secret(answer.Token);
        Connection.Mask.Add(token);
        return token;
    }
}
