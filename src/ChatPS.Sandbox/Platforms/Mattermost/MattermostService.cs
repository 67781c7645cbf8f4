using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Mattermost's Web Service API, version 4.</summary>
internal sealed class MattermostService : SandboxService
{
    public MattermostService(SandboxOptions options)
        : base("Mattermost", options, [new(10, TimeSpan.FromSeconds(1), 100)], limitedAsShipped: false)
    {
        MapOpen("GET", "/api/v4/system/ping", _ => SandboxResponse.Json(new JsonObject { ["status"] = "OK" }));
    }

    private protected override object? Authenticate(SandboxRequest request) => null;

    private protected override SandboxResponse Unauthorized(SandboxRequest request) => SandboxResponse.Empty(401);

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown) => SandboxResponse.Empty(404);

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) => SandboxResponse.Text(status, detail, "text/plain");

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = SandboxResponse.Text(429, "limit exceeded\n", "text/plain; charset=utf-8");
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
        foreach (var decision in decisions)
            response.With("X-Ratelimit-Limit", decision.Limit.ToString(CultureInfo.InvariantCulture))
                .With("X-Ratelimit-Remaining", decision.Remaining.ToString(CultureInfo.InvariantCulture))
                .With("X-Ratelimit-Reset", Math.Ceiling(decision.ResetAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new SteadyLimiter(numbers);
}
