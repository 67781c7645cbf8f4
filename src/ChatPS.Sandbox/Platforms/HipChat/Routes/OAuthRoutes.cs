using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Tokens: how one gets them, what they are and how they end.</summary>
internal static class OAuthRoutes
{
    public const string AuthorizePath = "/users/authorize";
    public const string TokenPath = "/v2/oauth/token";

    public static void MapOAuth(this HipChatService hipChat)
    {
        hipChat.MapOpen("GET", AuthorizePath, request => Authorize(hipChat.State, request));
        hipChat.MapOpen("POST", TokenPath, request => new TokenGrant(hipChat.State, request).Answer());
        hipChat.Map("GET", TokenPath + "/{access_token}", call => HipChatAnswer.Json(ToJson(SessionOf(call), call)));
        hipChat.Map("DELETE", TokenPath + "/{access_token}", call =>
        {
            call.State.Sessions.Remove(SessionOf(call).Token);
            return HipChatAnswer.Done();
        });
    }

    /// <summary>
    /// Sends the browser back with a code at once: nobody signs in or presses a button here. The code stands for whoever's token came
    /// along, or else for the group's owner.
    /// </summary>
    private static SandboxResponse Authorize(HipChatState state, SandboxRequest request)
    {
        var client = state.Clients.GetValueOrDefault(request.Query["client_id"] ?? "");
        if (client is null || request.Query["response_type"] != "code" || request.Query["redirect_uri"] != client.RedirectUri)
            return HipChatAnswer.Error(400, "The application is not known by this id and address.");
        var user = (request.Caller as Session)?.User ?? state.Group.Owner;
        var code = HipChatState.NewSecret();
        state.Codes.Add(code, new(client, user, client.RedirectUri, TokenGrant.ScopesOf(request.Query["scope"], client.AllowedScopes, user)));
        var kept = request.Query["state"] is { } text ? "&state=" + Uri.EscapeDataString(text) : "";
        return SandboxResponse.Empty(302).With("Location", $"{client.RedirectUri}?code={code}{kept}");
    }

    /// <summary>The token of the path: one's own, or anybody's for those who administer the group.</summary>
    private static Session SessionOf(HipChatCall call)
    {
        var session = call.State.FindSession(call.Route("access_token"), call.Time) ?? throw HipChatAnswer.Fault(404, "Token not found.");
        var own = session == call.Session || (session.User is not null && session.User == call.Session.User);
        return own || call.Session.Scopes.Contains(Scope.AdminGroup) ? session : throw HipChatAnswer.Forbidden("The token is somebody else's.");
    }

    private static JsonObject ToJson(Session session, HipChatCall call) => new()
    {
        ["access_token"] = session.Token,
        ["refresh_token"] = session.RefreshToken,
        ["expires_in"] = session.ExpiresAt is { } end ? (long)(end - call.Time).TotalSeconds : null,
        ["scopes"] = session.Scopes.ToJsonArray(),
        ["owner"] = session.User?.ToJson(call),
        ["owner_type"] = session.User is null ? "client" : "user",
        ["name"] = session.Name,
        ["client"] = new JsonObject
        {
            ["name"] = session.Client?.Name ?? session.Name,
            ["allowed_scopes"] = (session.Client?.AllowedScopes ?? session.Scopes).ToJsonArray(),
            ["room"] = session.Room is { } room ? new JsonObject { ["id"] = $"{room.Id}", ["name"] = room.Name } : null,
        },
    };
}
