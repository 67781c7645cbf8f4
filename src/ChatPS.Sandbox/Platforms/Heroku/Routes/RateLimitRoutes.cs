using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>How many requests the account has left. Asking is free.</summary>
internal static class RateLimitRoutes
{
    public const string Path = "/account/rate-limits";

    public static void MapRateLimits(this HerokuService heroku) => heroku.Map("GET", Path, call => HerokuAnswer.Json(new JsonObject
    {
        ["remaining"] = call.Request.RateDecisions.Count > 0
            ? call.Request.RateDecisions.Min(decision => decision.Remaining)
            : heroku.DocumentedRateLimits[0].Burst + 1,
    }));
}
