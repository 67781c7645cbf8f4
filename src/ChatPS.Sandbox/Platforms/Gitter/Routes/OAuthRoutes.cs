using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Permission for applications: a code from the browser, and a token for the code.</summary>
internal static class OAuthRoutes
{
    private const string Refusal = "<!doctype html><title>Not authorized</title><p>The application's request is not valid.</p>";

    public static void MapOAuth(this GitterService gitter)
    {
        gitter.MapOpen("GET", "/login/oauth/authorize", request => Authorize(gitter.State, request));
        gitter.MapOpen("POST", "/login/oauth/token", request => Exchange(gitter.State, request));
    }

    /// <summary>
    /// Sends the browser back with a code at once: nobody signs in or presses a button here. The code stands for whoever's token came
    /// along, or else for the application's owner.
    /// </summary>
    private static SandboxResponse Authorize(GitterState state, SandboxRequest request)
    {
        var client = state.OAuthClients.Values.FirstOrDefault(known => known.Key == request.Query["client_id"]);
        var back = request.Query["redirect_uri"];
        if (client is null || request.Query["response_type"] != "code" || back != client.RedirectUri)
            return SandboxResponse.Text(401, Refusal, "text/html; charset=utf-8");
        var code = GitterState.NewSecret();
        state.Codes.Add(code, new(client, (request.Caller as GitterCaller)?.User ?? client.Owner, back));
        var location = $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={code}";
        if (request.Query["state"] is { } kept)
            location += "&state=" + Uri.EscapeDataString(kept);
        return SandboxResponse.Empty(302).With("Location", location);
    }

    private static SandboxResponse Exchange(GitterState state, SandboxRequest request)
    {
        var field = (string name) => request.Form[name] ?? (request.Json as JsonObject)?[name]?.ToString();
        var client = state.OAuthClients.Values.FirstOrDefault(known => known.Key == field("client_id"));
        if (client is null || client.Secret != field("client_secret"))
            return GitterAnswer.Error(401);
        if (field("grant_type") is not { } grant)
            return Refused(400, "invalid_request");
        if (grant != "authorization_code")
            return Refused(501, "unsupported_grant_type");
        if (field("code") is not { } code)
            return Refused(400, "invalid_request");
        if (!state.Codes.TryGetValue(code, out var granted) || granted.Client != client || granted.RedirectUri != field("redirect_uri"))
            return Refused(403, "invalid_grant");
        state.Codes.Remove(code);
        return Answer(request, TokenOf(state, granted.User, client));
    }

    /// <summary>The token of that user for that application, the same at each exchange.</summary>
    private static string TokenOf(GitterState state, GitterUser user, GitterOAuthClient client)
    {
        var token = state.Tokens.FirstOrDefault(known => known.Value.User == user && known.Value.Client == client).Key;
        if (token is null)
            state.Tokens.Add(token = GitterState.NewSecret(), new(user, client));
        return token;
    }

    private static SandboxResponse Answer(SandboxRequest request, string token)
    {
        var response = request.Headers["Accept"]?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? GitterAnswer.Json(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer" })
            : SandboxResponse.Text(200, $"access_token={token}&token_type=Bearer", "application/x-www-form-urlencoded");
        return response.With("Cache-Control", "no-store").With("Pragma", "no-cache");
    }

    private static SandboxResponse Refused(int status, string error) => GitterAnswer.Json(new JsonObject { ["error"] = error }, status);
}
