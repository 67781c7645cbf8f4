using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Personal access tokens: administrators have them, others with the role for it.</summary>
internal static class TokenRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnAudited("POST", "/users/{user_id}/tokens", Create, attempt: "", success: null);
        service.On("GET", "/users/{user_id}/tokens", ListOf);
        service.On("GET", "/users/tokens", ListAll);
        service.On("POST", "/users/tokens/search", Search);
        service.On("GET", "/users/tokens/{token_id}", call => Call.Json(Owned(call, call.Id("token_id")).WithoutSecret()));
        service.OnAudited("POST", "/users/tokens/revoke", call => Change(call, (state, token) => state.Tokens.Remove(token.Id)), attempt: "", success: null);
        service.OnAudited("POST", "/users/tokens/disable", call => Change(call, (_, token) => token.IsActive = false), attempt: "", success: null);
        service.OnAudited("POST", "/users/tokens/enable", call => Change(call, (_, token) => token.IsActive = true), attempt: "", success: null);
    }

    private static SandboxResponse Create(Call call)
    {
        var user = call.User();
        var body = call.Body("user_access_token");
        if (body.Text("description") is not { Length: > 0 } description)
            throw Problem.InvalidBody("description");
        NeedRole(call, user.Id);
        if (description.Length > 255)
            throw new Problem(400, "model.user_access_token.is_valid.description.app_error", "The description is too long.");
        var token = call.State.NewToken(user, description);
        Done(call, token);
        return Call.Json(token);
    }

    private static SandboxResponse ListOf(Call call)
    {
        var id = call.UserId();
        NeedRole(call, id);
        return Shown(call.Page(call.State.Tokens.Values.Where(token => token.UserId == id)));
    }

    private static SandboxResponse ListAll(Call call)
    {
        call.NeedAdmin();
        return Shown(call.Page(call.State.Tokens.Values));
    }

    private static SandboxResponse Search(Call call)
    {
        call.NeedAdmin();
        if (call.Body("user_access_token_search").Text("term") is not { Length: > 0 } term)
            throw Problem.InvalidBody("term");
        return Shown(call.State.Tokens.Values.Where(token =>
            token.Id == term || token.UserId == term || call.State.Users[token.UserId]?.Username.StartsWith(term, StringComparison.OrdinalIgnoreCase) == true));
    }

    private static SandboxResponse Shown(IEnumerable<AccessToken> tokens) => Call.Json(tokens.Select(token => token.WithoutSecret()).ToList());

    private static SandboxResponse Change(Call call, Action<MattermostState, AccessToken> change)
    {
        var token = Owned(call, call.Body("token_id").Text("token_id") ?? "");
        change(call.State, token);
        Done(call, token);
        return Call.Ok();
    }

    private static void Done(Call call, AccessToken token) => call.Audit(call.Request.Path, "success - token_id=" + token.Id);

    private static AccessToken Owned(Call call, string id)
    {
        if (!call.State.Tokens.TryGetValue(id, out var token))
            throw new Problem(404, "app.user_access_token.get_by_user.app_error", "There is no such token.");
        NeedRole(call, token.UserId);
        return token;
    }

    private static void NeedRole(Call call, string owner)
    {
        Call.Need(call.Me.IsAdmin || call.Me.HasRole("system_user_access_token"));
        call.NeedSelf(owner);
    }
}
