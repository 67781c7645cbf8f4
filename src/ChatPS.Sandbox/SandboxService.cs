using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox;

/// <summary>One platform's API, served from memory. Its data lives as long as the server runs.</summary>
public abstract class SandboxService
{
    private readonly object _gate = new();
    private readonly Router _router;
    private readonly Router _local;
    private (IReadOnlyList<SandboxRateLimit> Numbers, IRateLimiter[] Limiters) _limits = ([], []);

    private protected SandboxService(
        string platform, SandboxOptions options, IReadOnlyList<SandboxRateLimit> documentedLimits, bool limitedAsShipped)
    {
        Platform = platform;
        Clock = options.TimeProvider;
        DocumentedRateLimits = documentedLimits;
        _router = new(AcceptsRouteValue);
        _local = new(AcceptsRouteValue);
        var limited = options.RateLimit == SandboxRateLimitMode.On || (options.RateLimit == SandboxRateLimitMode.AsShipped && limitedAsShipped);
        RateLimits = limited ? options.RateLimits ?? documentedLimits : [];
    }

    /// <summary>The platform's name, e.g. <c>Mattermost</c>.</summary>
    public string Platform { get; }

    /// <summary>Where the service listens, e.g. <c>http://127.0.0.1:40123/</c>; the path prefix of the API is not part of it.</summary>
    public Uri BaseUri { get; internal set; } = new("http://127.0.0.1/");

    /// <summary>The base of the operations that stream; another than <see cref="BaseUri"/> where the platform keeps them on another host.</summary>
    public virtual Uri StreamBaseUri => BaseUri;

    /// <summary>
    /// The path of the socket in the file system that the service listens on as well, where the platform's servers have one for whoever administers
    /// them on their own machine; null elsewhere. It is opened when somebody asks for it.
    /// </summary>
    public string? LocalSocket => HasLocalMode ? LocalSocketOpener?.Value : null;

    /// <summary>A license that this service takes, where the platform has editions; null elsewhere.</summary>
    public virtual string? License => null;

    /// <summary>The accounts to sign in with.</summary>
    public IReadOnlyList<SandboxAccount> Accounts { get; private protected set; } = [];

    /// <summary>The account that may do everything.</summary>
    public SandboxAccount Admin => Accounts.First(account => account.Role == "admin");

    /// <summary>An ordinary member.</summary>
    public SandboxAccount Member => Accounts.First(account => account.Role == "member");

    /// <summary>What goes wrong, switchable at any time.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>The numbers that the platform's documentation states.</summary>
    public IReadOnlyList<SandboxRateLimit> DocumentedRateLimits { get; }

    /// <summary>The limits in force, switchable at any time; empty for none. Setting them starts the counts afresh.</summary>
    public IReadOnlyList<SandboxRateLimit> RateLimits
    {
        get => _limits.Numbers;
        set => _limits = (value, [.. value.Select(CreateLimiter)]);
    }

    internal TimeProvider Clock { get; }

    /// <summary>What is done beside the requests.</summary>
    internal BackgroundWork Background { get; } = new();

    /// <summary>Opens the socket in the file system.</summary>
    internal Lazy<string>? LocalSocketOpener { get; set; }

    private protected virtual bool HasLocalMode => false;

    /// <summary>Whether an operation is there over the socket in the file system as well.</summary>
    private protected virtual bool IsInLocalMode(string method, string template) => false;

    /// <summary>Answers a request. One at a time: handlers own the state while they run.</summary>
    internal SandboxResponse Handle(SandboxRequest request, Fault fault) => Handle(
        request,
        asked => fault.Kind switch
        {
            FaultKind.Fail => Fail(asked, fault.Status),
            FaultKind.Limit => RateLimited(asked, RetryAfter(fault.RetryAfterForm, fault.RetryAfter)),
            _ => Answer(asked, asked.RateDecisions),
        },
        fault.Kind == FaultKind.Limit
            ? () => RateLimits.Select(numbers => new RateDecision(false, numbers.Requests + numbers.Burst, 0, fault.RetryAfter, fault.RetryAfter))
            : null);

    /// <summary>Answers a request that had to wait.</summary>
    internal SandboxResponse Handle(SandboxRequest request, Func<SandboxRequest, SandboxResponse> answer) => Handle(request, answer, null);

    private SandboxResponse Handle(SandboxRequest request, Func<SandboxRequest, SandboxResponse> answer, Func<IEnumerable<RateDecision>>? limits)
    {
        lock (_gate)
        {
            var decisions = request.RateDecisions;
            SandboxResponse response;
            try
            {
                response = answer(request);
            }
            catch (SandboxAnswerException given)
            {
                response = given.Response;
            }
            catch (Exception error)
            {
                // A defect of the sandbox itself; the client's author should see what it was.
                response = ServerError(request, 500, error.ToString());
            }

            if (limits is not null)
                decisions.AddRange(limits());
            if (response.Wait is not null)
                return response;
            if (decisions.Count > 0)
                WriteRateLimit(response, decisions);
            Finish(request, response);
            return response;
        }
    }

    /// <summary>Does something to the state beside the requests, such as what a stream brings about.</summary>
    internal void Exclusively(Action work)
    {
        lock (_gate)
            work();
    }

    // ---- What a platform says of itself -------------------------------------------------------------------------------------

    /// <summary>Who sends the request, or null when the credentials are missing or unknown.</summary>
    private protected abstract object? Authenticate(SandboxRequest request);

    /// <summary>The answer to a request without valid credentials.</summary>
    private protected abstract SandboxResponse Unauthorized(SandboxRequest request);

    /// <summary>The answer to an unknown path, or to a method that a known path doesn't take.</summary>
    private protected abstract SandboxResponse NoRoute(SandboxRequest request, bool pathKnown);

    /// <summary>A server error in the platform's form.</summary>
    private protected abstract SandboxResponse ServerError(SandboxRequest request, int status, string detail);

    /// <summary>The 429 in the platform's form, with Retry-After when a value is given.</summary>
    private protected abstract SandboxResponse RateLimited(SandboxRequest request, string? retryAfter);

    /// <summary>Adds the platform's rate-limit headers; one decision per limiter that was asked.</summary>
    private protected abstract void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions);

    /// <summary>A limiter of the platform's kind.</summary>
    private protected abstract IRateLimiter CreateLimiter(SandboxRateLimit numbers);

    /// <summary>Whether a limiter of <see cref="RateLimits"/> counts known callers only, after authentication, rather than everything before it.</summary>
    private protected virtual bool LimitsCallers(int limiter) => false;

    /// <summary>What a limiter counts by; for a request without a known caller the address.</summary>
    private protected virtual string RateLimitKey(SandboxRequest request) => request.RemoteAddress;

    /// <summary>Whether a request is counted; one that isn't is told how many are left all the same.</summary>
    private protected virtual bool Costs(SandboxRequest request) => true;

    /// <summary>Whether the 429 of a real limiter names the seconds to wait.</summary>
    private protected virtual bool TellsRetryAfter => true;

    /// <summary>Whether a value fits its place in a path template; a path with an unfit one is unknown.</summary>
    private protected virtual bool AcceptsRouteValue(string name, string value) => true;

    /// <summary>Called before anything else is done for a request that the outer limiters have let pass.</summary>
    private protected virtual void Enter(SandboxRequest request)
    {
    }

    /// <summary>Adds the headers that every answer carries.</summary>
    private protected virtual void Finish(SandboxRequest request, SandboxResponse response)
    {
    }

    // ---- Routes --------------------------------------------------------------------------------------------------------------

    /// <summary>Adds an operation that needs a caller.</summary>
    internal void Map(string method, string template, Func<SandboxRequest, SandboxResponse> handler) =>
        Add(new(method, template, Open: false, handler));

    /// <summary>Adds an operation that anybody may call.</summary>
    internal void MapOpen(string method, string template, Func<SandboxRequest, SandboxResponse> handler) =>
        Add(new(method, template, Open: true, handler));

    private void Add(Route route)
    {
        _router.Add(route);
        if (IsInLocalMode(route.Method, route.Template))
            _local.Add(route);
    }

    /// <summary>Adds an operation unless the same method and path already have one.</summary>
    internal void MapMissing(string method, string template, Func<SandboxRequest, SandboxResponse> handler)
    {
        if (!_router.Knows(method, template))
            Map(method, template, handler);
    }

    private SandboxResponse Answer(SandboxRequest request, List<RateDecision> decisions)
    {
        // Nobody counts what comes over the socket in the file system.
        if (!request.IsLocal && !Admit(request, decisions, callers: false))
            return Refuse(request, decisions);
        Enter(request);
        if (Faults.Unknown?.Invoke(request.Method, request.Path) == true)
            return NoRoute(request, pathKnown: false);
        // What has another meaning there is found by that: where users/stats is missing, it is a user whose id is stats.
        if ((request.IsLocal ? _local : _router).Find(request.Method, request.Path, out var values, out var pathKnown) is not { } route)
            return NoRoute(request, pathKnown);
        request.RouteValues = values;
        request.Caller = Authenticate(request);
        if (request.Caller is null && !route.Open)
            return Unauthorized(request);
        return request.Caller is null || request.IsLocal || Admit(request, decisions, callers: true) ? route.Handler(request) : Refuse(request, decisions);
    }

    private SandboxResponse Fail(SandboxRequest request, int status)
    {
        Enter(request);
        return ServerError(request, status, "The sandbox was told to fail.");
    }

    private bool Admit(SandboxRequest request, List<RateDecision> decisions, bool callers)
    {
        var limiters = _limits.Limiters;
        for (var i = 0; i < limiters.Length; i++)
        {
            if (LimitsCallers(i) != callers)
                continue;
            var decision = limiters[i].Take(RateLimitKey(request), request.Time, Costs(request));
            decisions.Add(decision);
            if (!decision.Allowed)
                return false;
        }

        return true;
    }

    private SandboxResponse Refuse(SandboxRequest request, List<RateDecision> decisions) =>
        RateLimited(request, TellsRetryAfter ? RetryAfter(SandboxRetryAfter.Seconds, decisions[^1].RetryAfter) : null);

    private string? RetryAfter(SandboxRetryAfter form, TimeSpan wait) => form switch
    {
        SandboxRetryAfter.Seconds => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        SandboxRetryAfter.Date => (Clock.GetUtcNow() + wait).ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };
}
