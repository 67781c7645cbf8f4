using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Sandbox.Platforms.HipChat.Routes;
using ChatPS.Sandbox.Platforms.HipChat.Seeding;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>HipChat's REST API, version 2.</summary>
internal sealed class HipChatService : SandboxService
{
    /// <summary>The query's name for the token.</summary>
    public const string TokenParameter = "auth_token";

    /// <summary>How long a token lasts, except one that was made by hand.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <summary>How many messages a room or a person takes; in force when requests are limited at all.</summary>
    public static readonly SandboxRateLimit FloodLimit = new(30, TimeSpan.FromMinutes(1));

    private readonly WindowLimiter _flood = new(FloodLimit);

    public HipChatService(SandboxOptions options)
        : base("HipChat", options, [new(500, TimeSpan.FromMinutes(5))], limitedAsShipped: true)
    {
        (State, Accounts) = HipChatSeed.Create(options);
        this.MapCapabilities();
        this.MapOAuth();
        this.MapUsers();
        this.MapRooms();
        this.MapRoomMembers();
        this.MapMessages();
        this.MapShares();
        this.MapHistory();
        this.MapWebhooks();
        this.MapGroup();
        this.MapPictures();
        this.MapEmoticons();
        this.MapExtensions();
        this.MapIntegrations();
        this.MapInvites();
    }

    internal HipChatState State { get; }

    /// <summary>The id of an application that may ask for tokens of its own.</summary>
    internal string ClientId => State.Clients.Keys.First();

    /// <summary>The secret of the same application.</summary>
    internal string ClientSecret => State.Clients[ClientId].Secret;

    /// <summary>Adds an operation.</summary>
    /// <param name="method">The method.</param>
    /// <param name="template">The path.</param>
    /// <param name="handler">What it does.</param>
    /// <param name="scopes">What the token has to be for: one of them is enough, and without any every token will do.</param>
    internal void Map(string method, string template, Func<HipChatCall, SandboxResponse> handler, params string[] scopes) =>
        Map(method, template, (SandboxRequest request) =>
        {
            var granted = ((Session)request.Caller!).Scopes;
            var allowed = scopes.Length == 0 || scopes.Any(granted.Contains);
            if (request.Query.Flag("auth_test"))
                return allowed ? HipChatAnswer.Accepted() : Unauthorized(request);
            return allowed
                ? handler(new(this, request))
                : HipChatAnswer.Error(403, $"This takes the scope {string.Join(" or ", scopes)}; the token has {string.Join(", ", granted)}.");
        });

    /// <summary>Counts a message to a room or a person, and refuses what is too many.</summary>
    internal void CountMessage(HipChatCall call, long to)
    {
        if (RateLimits.Count == 0)
            return;
        var decision = _flood.Take(to.ToString(CultureInfo.InvariantCulture), call.Time, costs: true);
        call.Request.RateDecisions.Add(decision);
        if (!decision.Allowed)
            throw HipChatAnswer.Fault(429, $"There were more than {decision.Limit} messages within a minute.");
    }

    private protected override object? Authenticate(SandboxRequest request) =>
        State.FindSession(request.Authorization("Bearer") ?? request.Query[TokenParameter], request.Time);

    private protected override SandboxResponse Unauthorized(SandboxRequest request) =>
        HipChatAnswer.Error(401, "The token is missing, unknown, has expired or is not for this operation.");

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown) => pathKnown
        ? HipChatAnswer.Error(405, $"{request.Path} does not take {request.Method}.")
        : HipChatAnswer.Error(404, $"The API has no operation {request.Method} {request.Path}.");

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) =>
        HipChatAnswer.Error(status, "Something went wrong in the server. " + detail);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = HipChatAnswer.Error(429, "Too many requests were made with this token.");
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override bool TellsRetryAfter => false;

    private protected override bool LimitsCallers(int limiter) => true;

    private protected override string RateLimitKey(SandboxRequest request) => request.Caller is Session session ? session.Token : request.RemoteAddress;

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new WindowLimiter(numbers);

    /// <summary>The first decision is on the request, another one on the message that it sends.</summary>
    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
        for (var i = 0; i < decisions.Count; i++)
        {
            var prefix = i == 0 ? "X-Ratelimit-" : "X-FloodControl-";
            var reset = Math.Ceiling((Clock.GetUtcNow() + decisions[i].ResetAfter - DateTimeOffset.UnixEpoch).TotalSeconds);
            response.With(prefix + "Limit", decisions[i].Limit.ToString(CultureInfo.InvariantCulture))
                .With(prefix + "Remaining", decisions[i].Remaining.ToString(CultureInfo.InvariantCulture))
                .With(prefix + "Reset", reset.ToString(CultureInfo.InvariantCulture));
        }
    }
}
