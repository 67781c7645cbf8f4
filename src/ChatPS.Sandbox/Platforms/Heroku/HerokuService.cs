using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Platforms.Heroku.Routes;
using ChatPS.Sandbox.Platforms.Heroku.Seeding;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>Heroku's Platform API, version 3.</summary>
internal sealed partial class HerokuService : SandboxService
{
    // 4500 at once, refilled by 75 each minute.
    private static readonly SandboxRateLimit DocumentedLimit = new(75, TimeSpan.FromMinutes(1), 4499);

    public HerokuService(SandboxOptions options)
        : base("Heroku", options, [DocumentedLimit], limitedAsShipped: true)
    {
        (State, Accounts) = HerokuSeed.Create(options);
        this.MapAccounts();
        this.MapRateLimits();
        this.MapFeatures();
        this.MapCatalog();
        this.MapApps();
        this.MapAppTransfers();
        this.MapCollaborators();
        this.MapConfigVars();
        this.MapDomains();
        this.MapDynos();
        this.MapFormation();
        this.MapReleases();
        this.MapLogSessions();
        this.MapFilters();
        MapResources();
        MapTheRest();
    }

    internal HerokuState State { get; }

    /// <summary>Adds an operation of a known account.</summary>
    internal void Map(string method, string template, Func<HerokuCall, SandboxResponse> handler) =>
        Map(method, template, (SandboxRequest request) =>
        {
            RequireVersion(request);
            RequireFitAccount(request);
            OAuthScope.Require(request, ((HerokuCaller)request.Caller!).Token.Scope);
            return WithETag(request, WebhookObserver.Observed(new(this, request), handler));
        });

    /// <summary>Adds an operation on an app that the caller has a permission for: view, deploy, operate or manage.</summary>
    internal void MapApp(string method, string template, string permission, Func<HerokuCall, App, SandboxResponse> handler) =>
        Map(method, template, call => handler(call, call.App(permission)));

    private protected override object? Authenticate(SandboxRequest request)
    {
        var (token, email) = FindToken(request);
        if (token is null || !State.Tokens.TryGetValue(token, out var known) || known.ExpiresAt <= request.Time)
            return null;
        // In Basic credentials the address may be left out, but not be somebody else's.
        return email is { Length: > 0 } && !email.Equals(known.Account.Email, StringComparison.OrdinalIgnoreCase)
            ? null
            : new HerokuCaller(known.Account, known);
    }

    private protected override SandboxResponse Unauthorized(SandboxRequest request) =>
        HerokuAnswer.Error(401, "unauthorized", "The credentials are missing or not valid.");

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown) =>
        HerokuAnswer.Error(404, "not_found", $"The API has no operation {request.Method} {request.Path}.");

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) => status == 503
        ? HerokuAnswer.Error(503, "maintenance", "The API cannot be used at the moment. " + detail)
        : HerokuAnswer.Error(status, "internal_server_error", "Something went wrong in the server. " + detail);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = HerokuAnswer.RateLimited();
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override bool TellsRetryAfter => false;

    private protected override bool LimitsCallers(int limiter) => true;

    private protected override bool Costs(SandboxRequest request) => request.Path != RateLimitRoutes.Path;

    private protected override string RateLimitKey(SandboxRequest request) =>
        (request.Caller as HerokuCaller)?.Account.Id ?? request.RemoteAddress;

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new SteadyLimiter(numbers);

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions) =>
        response.With("RateLimit-Remaining", decisions.Min(decision => decision.Remaining).ToString(CultureInfo.InvariantCulture));

    /// <summary>A client's own id of the request is kept in front of the server's.</summary>
    private protected override void Enter(SandboxRequest request)
    {
        var own = Guid.NewGuid().ToString();
        request.RequestId = request.Headers["Request-Id"] is { } given && RequestIds().IsMatch(given) ? $"{given},{own}" : own;
    }

    private protected override void Finish(SandboxRequest request, SandboxResponse response)
    {
        if (request.RequestId is not null)
            response.With("Request-Id", request.RequestId);
    }

    /// <summary>What the service does to a request without a version isn't known; here it is refused, so that a client's slip shows.</summary>
    private static void RequireVersion(SandboxRequest request)
    {
        if (!request.Headers.All("Accept").Any(accept => Version().IsMatch(accept)))
            throw HerokuAnswer.Fault(406, "not_acceptable", "The Accept header has to name version 3: application/vnd.heroku+json; version=3.");
    }

    private static void RequireFitAccount(SandboxRequest request)
    {
        var (account, token) = (HerokuCaller)request.Caller!;
        if (token.IsKey && account.TwoFactorCode is { } code && request.Headers["Heroku-Two-Factor-Code"] != code)
            throw HerokuAnswer.Fault(403, "two_factor", "The account's second factor is needed: send its code in the header Heroku-Two-Factor-Code.");
        if (account.SuspendedAt is not null)
            throw HerokuAnswer.Fault(403, "suspended", "The account is suspended.");
    }

    /// <summary>Every answer to a read carries an entity tag.</summary>
    private static SandboxResponse WithETag(SandboxRequest request, SandboxResponse response) =>
        request.Method is "GET" or "HEAD" && response is { Status: 200 or 206, Stream: null }
            ? response.WithETag(request, $"\"{Convert.ToBase64String(SHA256.HashData(response.Body.Span), 0, 18)}\"")
            : response;

    private static (string? Token, string? Email) FindToken(SandboxRequest request)
    {
        if (request.Authorization("Bearer") is { } token)
            return (token, null);
        if (request.Authorization("Basic") is not { } basic)
            return (null, null);
        var bytes = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic, bytes, out var length))
            return (null, null);
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var email, var password] ? (password, email) : (null, null);
    }

    /// <summary>The other operations of the API say that they are not simulated; the list has a method and a template per line.</summary>
    private void MapTheRest()
    {
        using var list = new StreamReader(typeof(HerokuService).Assembly.GetManifestResourceStream("heroku.operations.txt")!);
        while (list.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            MapMissing(line[..space], line[(space + 1)..], _ => HerokuAnswer.Error(501, "not_simulated", $"This sandbox does not simulate {line}."));
        }
    }

    [GeneratedRegex(@"application/vnd\.heroku\+json\s*;\s*version=3(\.[\w-]+)?\s*(,|;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[A-Za-z0-9-]{20,200}(\s*,\s*[A-Za-z0-9-]{20,200})*$")]
    private static partial Regex RequestIds();
}
