using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>What a client asks the token endpoint for, in a form or in JSON.</summary>
internal sealed class TokenGrant(HipChatState state, SandboxRequest request)
{
    public SandboxResponse Answer() => Needed("grant_type") switch
    {
        "client_credentials" => ForClient(),
        "password" => ForUser(UserByPassword() ?? throw Wrong("user name or password"), Client()),
        "authorization_code" => ForCode(),
        "refresh_token" => Renew(),
        "personal" => ByHand(scopes: null),
        "room_notification" => ByHand([Scope.SendNotification]),
        var other => throw HipChatAnswer.BadRequest($"There is no grant type '{other}'."),
    };

    /// <summary>The scopes that were asked for, as far as both the application and the user may have them; the usual ones when none were.</summary>
    public static IReadOnlyList<string> ScopesOf(string? asked, IEnumerable<string> allowed, User? user)
    {
        if (user is not null)
            allowed = allowed.Intersect(user.AllowedScopes);
        if (string.IsNullOrWhiteSpace(asked))
            return [.. user is null ? allowed : allowed.Intersect(user.UsualScopes)];
        var scopes = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).ToList();
        return scopes.Find(scope => !allowed.Contains(scope)) is { } refused
            ? throw HipChatAnswer.BadRequest($"The scope '{refused}' is not one that the token may have.")
            : scopes;
    }

    // ---- The kinds of grant ----------------------------------------------------------------------------------------------------

    private SandboxResponse ForClient()
    {
        var client = Client() ?? throw Wrong("client's id or secret");
        // An add-on may also act for somebody.
        var user = (Field("user_id") ?? Field("username")) is { } name
            ? state.FindUser(name) is { IsDeleted: false } known ? known : throw HipChatAnswer.NotFound("User", name)
            : null;
        return Grant(ScopesOf(Field("scope"), client.AllowedScopes, user), client.Name, user, client, expires: true, refreshToken: null);
    }

    private SandboxResponse ForUser(User user, OAuthClient? client)
    {
        var scopes = ScopesOf(Field("scope"), client?.AllowedScopes ?? Scope.Ids, user);
        return Grant(scopes, client?.Name ?? "Login", user, client, expires: true, HipChatState.NewSecret());
    }

    private SandboxResponse ForCode()
    {
        var client = Client() ?? throw Wrong("client's id or secret");
        var back = Field("redirect_uri") ?? Field("redirect_url");
        if (!state.Codes.TryGetValue(Needed("code"), out var code) || code.Client != client || code.RedirectUri != back)
            throw HipChatAnswer.BadRequest("The code is unknown, was used before, or is another application's.");
        state.Codes.Remove(Needed("code"));
        return Grant(code.Scopes, client.Name, code.User, client, expires: true, HipChatState.NewSecret());
    }

    private SandboxResponse Renew()
    {
        var refreshToken = Needed("refresh_token");
        var session = state.Sessions.Values.FirstOrDefault(session => session.RefreshToken == refreshToken);
        if (session is null || (session.Client is not null && session.Client != Client()))
            throw HipChatAnswer.BadRequest("The refresh token is unknown, or another application's.");
        state.Sessions.Remove(session.Token);
        return Grant(session.Scopes, session.Name, session.User, session.Client, expires: true, refreshToken);
    }

    /// <summary>What somebody makes who is signed in, or says her name and password; it lasts until it is revoked.</summary>
    private SandboxResponse ByHand(IReadOnlyList<string>? scopes)
    {
        var user = (request.Caller as Session)?.User ?? UserByPassword() ?? throw Wrong("token, or user name and password,");
        scopes ??= ScopesOf(Field("scope"), Scope.Ids, user);
        return Grant(scopes, Field("client_name") ?? "Made by hand", user, client: null, expires: false, refreshToken: null);
    }

    private SandboxResponse Grant(IReadOnlyList<string> scopes, string name, User? user, OAuthClient? client, bool expires, string? refreshToken)
    {
        var session = new Session
        {
            Token = HipChatState.NewSecret(),
            Scopes = scopes,
            Name = name,
            User = user,
            Client = client,
            ExpiresAt = expires ? request.Time + HipChatService.TokenLifetime : null,
            RefreshToken = refreshToken,
        };
        state.Sessions.Add(session.Token, session);
        var json = new JsonObject
        {
            ["access_token"] = session.Token,
            ["token_type"] = "bearer",
            ["scope"] = string.Join(' ', scopes),
            ["group_id"] = state.Group.Id,
            ["group_name"] = state.Group.Name,
        };
        if (expires)
            json["expires_in"] = (long)HipChatService.TokenLifetime.TotalSeconds;
        if (refreshToken is not null)
            json["refresh_token"] = refreshToken;
        return HipChatAnswer.Json(json).With("Cache-Control", "no-store");
    }

    // ---- Who asks --------------------------------------------------------------------------------------------------------------

    /// <summary>The application that gave its id and secret; null when none did, refused when they are wrong.</summary>
    private OAuthClient? Client()
    {
        var (id, secret) = Basic() is { } basic ? basic : (Field("client_id"), Field("client_secret"));
        if (id is null)
            return null;
        return state.Clients.TryGetValue(id, out var client) && client.Secret == secret ? client : throw Wrong("client's id or secret");
    }

    private User? UserByPassword()
    {
        var (name, password) = Field("username") is { } field ? (field, Field("password")) : Basic() is { } basic ? basic : (null, null);
        var user = name is null ? null : state.FindUser(name) ?? state.FindMention(name);
        return user is { IsDeleted: false } && user.Password == password ? user : null;
    }

    private (string Name, string Secret)? Basic()
    {
        if (request.Authorization("Basic") is not { } basic)
            return null;
        var bytes = new byte[basic.Length];
        return Convert.TryFromBase64String(basic, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var name, var secret]
            ? (name, secret)
            : throw Wrong("Authorization header");
    }

    private string Needed(string name) => Field(name) ?? throw HipChatBody.Missing(name);

    private string? Field(string name) => request.Form[name] ?? (request.Json as JsonObject)?[name]?.ToString();

    private static SandboxAnswerException Wrong(string what) => HipChatAnswer.Unauthorized($"The {what} is missing or wrong.");
}
