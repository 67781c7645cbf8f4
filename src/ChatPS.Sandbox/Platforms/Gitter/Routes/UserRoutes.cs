using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>The caller, search for people, profiles.</summary>
internal static class UserRoutes
{
    private const int MaxFound = 100;

    public static void MapUsers(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/user", ListOrSearch);
        gitter.Map("GET", "/v1/user/{userId}", Show);
        gitter.Map("DELETE", "/v1/user/{userId}", Delete);
        gitter.Map("GET", "/v1/users/{username}", Profile);
    }

    public static bool Matches(GitterUser user, string q) =>
        user.UserName.Contains(q, StringComparison.OrdinalIgnoreCase) || user.DisplayName.Contains(q, StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of one: the caller. With a search it's what was found, wrapped.</summary>
    private static SandboxResponse ListOrSearch(GitterCall call)
    {
        if (call.Query("q") is not { } q)
            return GitterAnswer.List([call.User.ToOwnJson()]);
        var without = call.QueryId("excludeTroupeId");
        var found = call.State.Users.Values.Where(user =>
            !user.Removed && Matches(user, q) && (without is null || !user.Memberships.ContainsKey(without)));
        var size = call.Faults.PageSize(Math.Min(call.Number("limit", 10), MaxFound), whenIgnored: 10);
        return GitterAnswer.Results(call.Faults.Page(found, call.Number("skip", 0), size).Select(user => user.ToJson()));
    }

    private static SandboxResponse Show(GitterCall call)
    {
        call.RequireSelf();
        return GitterAnswer.Json(call.User.ToOwnJson());
    }

    private static SandboxResponse Delete(GitterCall call)
    {
        call.RequireSelf();
        call.State.Remove(call.User, call.Flag("ghost"));
        return GitterAnswer.Success();
    }

    private static SandboxResponse Profile(GitterCall call) =>
        call.State.UserByName(call.Request.Route("username")) is { } user ? GitterAnswer.Json(user.ToProfileJson()) : GitterAnswer.Error(404);
}
