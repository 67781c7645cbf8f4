using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>What the caller has permitted, and the tokens that follow from it.</summary>
internal static class OAuthRoutes
{
    private static readonly TimeSpan GrantLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClientTokenLife = TimeSpan.FromHours(8);
    private static readonly SortOrder<OAuthAuthorization> Order = new();
    private static readonly string[] Scopes = ["global", "identity", "read", "write", "read-protected", "write-protected"];

    public static void MapOAuth(this HerokuService heroku)
    {
        heroku.Map("GET", "/oauth/authorizations", call => call.List(
            call.State.Authorizations.Where(authorization => authorization.User == call.Me), Order, authorization => ToJson(authorization, call.Time)));
        heroku.Map("POST", "/oauth/authorizations", Create);
        heroku.Map("GET", "/oauth/authorizations/{oauth_authorization_identity}", call => Answer(call, Authorization(call)));
        heroku.Map("PATCH", "/oauth/authorizations/{oauth_authorization_identity}", Update);
        heroku.Map("DELETE", "/oauth/authorizations/{oauth_authorization_identity}", Delete);
        heroku.Map("POST", "/oauth/authorizations/{oauth_authorization_identity}/actions/regenerate-tokens", Regenerate);
        // The client's secret is all the authentication that an exchange needs.
        heroku.MapOpen("POST", "/oauth/tokens", request => Exchange(heroku.State, request));
        heroku.Map("DELETE", "/oauth/tokens/{oauth_token_identity}", DeleteToken);
    }

    /// <summary>Ends an authorization with all its tokens.</summary>
    public static void Revoke(this HerokuState state, OAuthAuthorization authorization)
    {
        state.Replace(authorization, null);
        foreach (var token in state.OAuthTokens.Where(token => token.Authorization == authorization).ToList())
            state.OAuthTokens.Remove(token);
        state.Authorizations.Remove(authorization);
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var scope = call.Body.Texts("scope") ?? throw HerokuAnswer.Missing("scope");
        if (scope.Count == 0 || scope.Find(name => !Scopes.Contains(name)) is not null)
            throw HerokuAnswer.Invalid($"The scope has to be a list of: {string.Join(", ", Scopes)}.");
        var client = call.Text("client") is { } id ? call.State.OAuthClients.Find(id) ?? throw HerokuAnswer.NotFound("OAuth client") : null;
        var seconds = call.Number("expires_in");
        if (seconds <= 0)
            throw HerokuAnswer.Invalid("The parameter expires_in has to be a positive number of seconds.");
        TimeSpan? life = seconds is { } number ? TimeSpan.FromSeconds(number) : client is null ? null : ClientTokenLife;
        var authorization = new OAuthAuthorization
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            User = call.Me,
            Scope = scope,
            Client = client,
            Description = call.Text("description") ?? client?.Name ?? "Long-lived user authorization",
            TokenLife = life,
        };
        call.State.Authorizations.Add(authorization);
        // An application gets its token in exchange for a code; without one the token is the caller's own.
        if (client is null)
            call.State.Replace(authorization, NewToken(call.State, authorization, call.Time));
        else
            authorization.Grant = new(call.State.NewId(), NewSecret(), call.Time + GrantLife);
        return Answer(call, authorization, 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var authorization = Authorization(call);
        if (call.Body.Object("client") is { } named && named.Text("id") is { } id)
        {
            var client = call.State.OAuthClients.Find(id) ?? throw HerokuAnswer.NotFound("OAuth client");
            authorization.Client = named.Text("secret") is { } secret && secret != client.Secret
                ? throw HerokuAnswer.Forbidden("The client's secret is another.")
                : client;
        }

        authorization.Description = call.Text("description") ?? authorization.Description;
        authorization.UpdatedAt = call.Time;
        return Answer(call, authorization);
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var authorization = Authorization(call);
        var answer = Answer(call, authorization);
        call.State.Revoke(authorization);
        return answer;
    }

    private static SandboxResponse Regenerate(HerokuCall call)
    {
        var authorization = Authorization(call);
        if (authorization.AccessToken is null)
            throw HerokuAnswer.Invalid("The authorization has no tokens yet.");
        call.State.Replace(authorization, NewToken(call.State, authorization, call.Time));
        if (authorization.RefreshToken is not null)
            authorization.RefreshToken = new(call.State.NewId(), NewSecret(), null);
        authorization.UpdatedAt = call.Time;
        return Answer(call, authorization);
    }

    private static SandboxResponse Exchange(HerokuState state, SandboxRequest request)
    {
        var body = request.Json as JsonObject ?? throw HerokuAnswer.BadRequest("The body is not a JSON object.");
        var grant = body.Object("grant") ?? throw HerokuAnswer.Missing("grant");
        var type = grant.Text("type") ?? throw HerokuAnswer.Missing("grant.type");
        var authorization = type switch
        {
            "authorization_code" => state.Authorizations.FirstOrDefault(known =>
                known.Grant is { } code && code.Value == grant.Text("code") && code.IsValid(request.Time)),
            "refresh_token" => state.Authorizations.FirstOrDefault(known =>
                known.RefreshToken is { } token && token.Value == body.Object("refresh_token")?.Text("token") && token.IsValid(request.Time)),
            _ => throw HerokuAnswer.Invalid("The parameter grant.type has to be authorization_code or refresh_token."),
        } ?? throw HerokuAnswer.Fault(401, "unauthorized", "The code or refresh token is not valid, or no longer.");
        if (authorization.Client is { } client && client.Secret != body.Object("client")?.Text("secret"))
            throw HerokuAnswer.Fault(401, "unauthorized", "The client's secret is another.");

        // A code works once; a refresh token goes on working, but the access token of before does not.
        var code = type == "authorization_code" ? authorization.Grant!.Value : "";
        authorization.Grant = null;
        authorization.RefreshToken ??= new(state.NewId(), NewSecret(), null);
        authorization.UpdatedAt = request.Time;
        var access = NewToken(state, authorization, request.Time);
        state.Replace(authorization, access);
        var token = new OAuthToken
        {
            Id = access.Id,
            CreatedAt = request.Time,
            Authorization = authorization,
            AccessToken = access,
            RefreshToken = authorization.RefreshToken,
            GrantCode = code,
            GrantType = type,
            SessionId = state.NewId(),
        };
        state.OAuthTokens.Add(token);
        return HerokuAnswer.Json(ToJson(token, request.Time), 201);
    }

    private static SandboxResponse DeleteToken(HerokuCall call)
    {
        var token = call.State.OAuthTokens.Find(call.Route("oauth_token_identity"));
        if (token is null || token.Authorization.User != call.Me)
            throw HerokuAnswer.NotFound("OAuth token");
        call.State.OAuthTokens.Remove(token);
        call.State.Tokens.Remove(token.AccessToken.Value);
        if (token.Authorization.AccessToken == token.AccessToken)
            token.Authorization.AccessToken = null;
        return HerokuAnswer.Json(ToJson(token, call.Time));
    }

    /// <summary>Gives an authorization another token in place of the one it has, or none.</summary>
    private static void Replace(this HerokuState state, OAuthAuthorization authorization, AccessToken? token)
    {
        if (authorization.AccessToken is { } former)
            state.Tokens.Remove(former.Value);
        authorization.AccessToken = token;
        if (token is not null)
            state.Tokens.Add(token.Value, token);
    }

    private static AccessToken NewToken(HerokuState state, OAuthAuthorization authorization, DateTimeOffset now) => new()
    {
        Id = state.NewId(),
        Value = HerokuState.NewToken(),
        Account = authorization.User,
        Scope = authorization.Scope,
        ExpiresAt = now + authorization.TokenLife,
    };

    public static string NewSecret() => Seeder.Secret(40, "0123456789abcdef");

    private static OAuthAuthorization Authorization(HerokuCall call) =>
        call.State.Authorizations.Find(call.Route("oauth_authorization_identity")) is { } authorization && authorization.User == call.Me
            ? authorization
            : throw HerokuAnswer.NotFound("authorization");

    private static SandboxResponse Answer(HerokuCall call, OAuthAuthorization authorization, int status = 200) =>
        HerokuAnswer.Json(ToJson(authorization, call.Time), status);

    private static JsonObject ToJson(OAuthAuthorization authorization, DateTimeOffset now) => new JsonObject
    {
        ["id"] = authorization.Id,
        ["access_token"] = authorization.AccessToken is { } token ? TokenToJson(token.Id, token.Value, token.ExpiresAt, now) : null,
        ["client"] = authorization.Client is { } client
            ? new JsonObject { ["id"] = client.Id, ["name"] = client.Name, ["redirect_uri"] = client.RedirectUri }
            : null,
        ["description"] = authorization.Description,
        ["grant"] = authorization.Grant is { } grant
            ? new JsonObject { ["code"] = grant.Value, ["expires_in"] = SecondsLeft(grant.ExpiresAt, now), ["id"] = grant.Id }
            : null,
        ["refresh_token"] = RefreshToJson(authorization.RefreshToken, now),
        ["scope"] = authorization.Scope.ToJsonArray(),
        ["session"] = null,
        ["user"] = new JsonObject { ["id"] = authorization.User.Id, ["email"] = authorization.User.Email, ["full_name"] = authorization.User.Name },
    }.WithTimes(authorization);

    private static JsonObject ToJson(OAuthToken token, DateTimeOffset now) => new JsonObject
    {
        ["id"] = token.Id,
        ["access_token"] = TokenToJson(token.AccessToken.Id, token.AccessToken.Value, token.AccessToken.ExpiresAt, now),
        ["authorization"] = new JsonObject { ["id"] = token.Authorization.Id },
        ["client"] = token.Authorization.Client is { } client ? new JsonObject { ["secret"] = client.Secret } : null,
        ["grant"] = new JsonObject { ["code"] = token.GrantCode, ["type"] = token.GrantType },
        ["refresh_token"] = RefreshToJson(token.RefreshToken, now),
        ["session"] = new JsonObject { ["id"] = token.SessionId },
        ["user"] = new JsonObject { ["id"] = token.Authorization.User.Id },
    }.WithTimes(token);

    private static JsonObject? RefreshToJson(OAuthSecret? token, DateTimeOffset now) =>
        token is null ? null : TokenToJson(token.Id, token.Value, token.ExpiresAt, now);

    private static JsonObject TokenToJson(string id, string value, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        new() { ["expires_in"] = SecondsLeft(expiresAt, now), ["id"] = id, ["token"] = value };

    private static int? SecondsLeft(DateTimeOffset? end, DateTimeOffset now) =>
        end is { } time ? (int)Math.Max(0, Math.Ceiling((time - now).TotalSeconds)) : null;
}
