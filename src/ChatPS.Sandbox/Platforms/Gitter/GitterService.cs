using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;
using ChatPS.Sandbox.Platforms.Gitter.Routes;
using ChatPS.Sandbox.Platforms.Gitter.Seeding;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Gitter's REST API, version 1.</summary>
internal sealed class GitterService : SandboxService
{
    public GitterService(SandboxOptions options)
        : base("Gitter", options, [new(100, TimeSpan.FromSeconds(60))], limitedAsShipped: true)
    {
        (State, Accounts) = GitterSeed.Create(options);
        this.MapRooms();
        this.MapRoomUsers();
        this.MapBans();
        this.MapMessages();
        this.MapMessageDetails();
        this.MapRoomDetails();
        this.MapInvites();
        this.MapSecurity();
        this.MapIssues();
        this.MapUsers();
        this.MapUserRooms();
        this.MapUnreadItems();
        this.MapUserSettings();
        this.MapGroups();
        this.MapRepos();
        this.MapSuggestions();
        this.MapOAuth();
        this.MapOAuthClients();
        StreamRoutes.Map(this);
        BayeuxRoutes.Map(this);
    }

    /// <inheritdoc/>
    public override Uri StreamBaseUri => new(BaseUri, StreamRoutes.Prefix);

    internal GitterState State { get; }

    /// <summary>Adds an operation of a known user. Reads carry an entity tag, as every answer of the service's web framework does.</summary>
    internal void Map(string method, string template, Func<GitterCall, SandboxResponse> handler) =>
        Map(method, template, (SandboxRequest request) =>
        {
            var response = handler(new(State, Faults, request));
            var tagged = request.Method == "GET" && response is { Status: 200, Stream: null };
            return tagged ? response.WithETag(request, EntityTag(response.Body.Span)) : response;
        });

    private protected override object? Authenticate(SandboxRequest request)
    {
        var token = request.Authorization("Bearer") ?? request.Headers["x-access-token"] ?? TokenOfBody(request) ?? request.Query["access_token"];
        return token is null ? null : State.Tokens.GetValueOrDefault(token);
    }

    private protected override SandboxResponse Unauthorized(SandboxRequest request) => GitterAnswer.Error(401);

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown) => GitterAnswer.Error(404);

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) =>
        GitterAnswer.ServerError(status, request.Time);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = GitterAnswer.Error(429);
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override bool TellsRetryAfter => false;

    private protected override bool LimitsCallers(int limiter) => true;

    private protected override string RateLimitKey(SandboxRequest request) =>
        request.Caller is GitterCaller caller ? $"{caller.User.Id}:{caller.Client?.Id}" : request.RemoteAddress;

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new WindowLimiter(numbers);

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
        foreach (var decision in decisions)
            response.With("X-RateLimit-Limit", decision.Limit.ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Remaining", decision.Remaining.ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Reset", (Clock.GetUtcNow() + decision.ResetAfter).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    private static string? TokenOfBody(SandboxRequest request) =>
        request.Form["access_token"]
        ?? (request.Json is JsonObject body && body["access_token"] is JsonValue value && value.TryGetValue(out string? token) ? token : null);

    private static string EntityTag(ReadOnlySpan<byte> body) =>
        string.Create(CultureInfo.InvariantCulture, $"W/\"{body.Length:x}-{Convert.ToBase64String(SHA256.HashData(body), 0, 20)}\"");
}
