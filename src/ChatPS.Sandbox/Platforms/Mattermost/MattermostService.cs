using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Mattermost.Administration;
using ChatPS.Sandbox.RateLimiting;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Mattermost's Web Service API, version 4, as a Team Edition 5.37 speaks it.</summary>
internal sealed class MattermostService : SandboxService
{
    public const string Version = "5.37.0";
    public const string Prefix = "/api/v4";
    private readonly Session _local = new("", "", new User { Id = "", Username = "", Email = "", Roles = "system_admin system_user" }, 0, long.MaxValue, "");
    private readonly string _build = $"{Version}.{Version}.{Seeder.Secret(32, "0123456789abcdef")}";

    public MattermostService(SandboxOptions options)
        : base("Mattermost", options, [new(10, TimeSpan.FromSeconds(1), 100)], limitedAsShipped: false)
    {
        var seeder = new Seeder(options.Seed, options.SeedTime ?? options.TimeProvider.GetUtcNow());
        State = new(seeder, options.TimeProvider);
        Accounts = new MattermostSeed(State, seeder, options.Size).Run();
        License = ServerState.NewLicense(State.NewId(), options.TimeProvider.GetUtcNow(), users: 200_000);
        SystemRoutes.Map(this);
        ServerRoutes.Map(this);
        AnalyticsRoutes.Map(this);
        SearchEngineRoutes.Map(this);
        ConfigRoutes.Map(this);
        LicenseRoutes.Map(this);
        RoleRoutes.Map(this);
        SchemeRoutes.Map(this);
        GroupRoutes.Map(this);
        GroupSyncRoutes.Map(this);
        LdapRoutes.Map(this);
        LoginRoutes.Map(this);
        UserRoutes.Map(this);
        UserListRoutes.Map(this);
        UserAccountRoutes.Map(this);
        UserMailRoutes.Map(this);
        PictureRoutes.Map(this);
        FlaggedPostRoutes.Map(this);
        StatusRoutes.Map(this);
        TokenRoutes.Map(this);
        BotRoutes.Map(this);
        WebhookRoutes.Map(this);
        IncomingPostRoutes.Map(this);
        CommandRoutes.Map(this);
        CommandCalls.Map(this);
        OAuthRoutes.Map(this);
        EmojiRoutes.Map(this);
        InviteRoutes.Map(this);
        TeamRoutes.Map(this);
        TeamMemberRoutes.Map(this);
        TeamImportRoutes.Map(this);
        ChannelRoutes.Map(this);
        ChannelListRoutes.Map(this);
        ChannelMemberRoutes.Map(this);
        UnreadRoutes.Map(this);
        ModerationRoutes.Map(this);
        PostRoutes.Map(this);
        PostListRoutes.Map(this);
        ThreadRoutes.Map(this);
        ReactionRoutes.Map(this);
        FileRoutes.Map(this);
        JobRoutes.Map(this);
        ExchangeRoutes.Map(this);
        PluginRoutes.Map(this);
        RetentionRoutes.Map(this);
        ComplianceRoutes.Map(this);
        SignOnRoutes.Map(this);
        PreferenceRoutes.Map(this);
        UserAttributeRoutes.Map(this);
        SocketRoutes.Map(this);
        MapTheRest();
    }

    /// <summary>The version as every answer names it, and whether there is a license.</summary>
    public string VersionId => IsLicensed ? _build + ".true" : _build + ".false";

    public MattermostState State { get; }

    public override string? License { get; }

    /// <summary>Whether the server has a license, and with it what Team Edition lacks.</summary>
    public bool IsLicensed
    {
        get => State.Server.IsLicensed();
        set => State.Server.License = value ? ServerState.ReadLicense(License!) : null;
    }

    public SocketHub Sockets => field ??= new(this);

    /// <summary>Signs the public links of files; new at each start.</summary>
    public byte[] LinkKey { get; } = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);

    /// <summary>Adds an operation that needs a session.</summary>
    public void On(string method, string path, Func<Call, SandboxResponse> handler) => Map(method, Prefix + path, Answering(handler));

    /// <summary>Adds an operation that needs a session, and that administrators read of afterwards.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="handler">Does it.</param>
    /// <param name="attempt">What is noted of whoever tries; null for nothing.</param>
    /// <param name="success">What is noted of whoever succeeds; null where the handler itself does it.</param>
    public void OnAudited(string method, string path, Func<Call, SandboxResponse> handler, string? attempt = "attempt", string? success = "success") => On(method, path, call =>
    {
        try
        {
            if (attempt is not null)
                call.Audit(call.Request.Path, attempt);
            var answer = handler(call);
            if (success is not null)
                call.Audit(call.Request.Path, success);
            return answer;
        }
        // Of who may not make something the attempt is all that is noted.
        catch (Problem problem) when (problem.Status == 403 && attempt is { Length: > 0 } && path.Contains('{', StringComparison.Ordinal))
        {
            call.Audit(call.Request.Path, "fail - inappropriate permissions");
            throw;
        }
    });

    /// <summary>Adds an operation that anybody may call.</summary>
    public void OnOpen(string method, string path, Func<Call, SandboxResponse> handler) => MapOpen(method, Prefix + path, Answering(handler));

    /// <summary>Adds an operation that is there by the socket in the file system only; elsewhere the server does not know it.</summary>
    public void OnLocal(string method, string path, Func<Call, SandboxResponse> handler)
    {
        var answer = Answering(handler);
        MapOpen(method, Prefix + path, request => request.IsLocal ? answer(request) : NoRoute(request, pathKnown: false));
    }

    /// <summary>Adds what anybody may call and stands beside the API.</summary>
    public void OnSite(string method, string path, Func<Call, SandboxResponse> handler) => MapOpen(method, path, Answering(handler));

    private protected override bool HasLocalMode => true;

    private protected override bool IsInLocalMode(string method, string template) => LocalMode.Has(method, template);

    private protected override object? Authenticate(SandboxRequest request)
    {
        // By the socket in the file system comes whoever administers the server, and that is nobody with an account.
        if (request.IsLocal)
            return _local;
        var (token, source) = FindToken(request);
        if (token is null || !State.TryGetSession(token, out var session))
            return null;
        // Only sessions of OAuth applications may come in the query, and there are none here.
        if (source == TokenSource.Query)
            throw new SandboxAnswerException(Error(request, 401, "api.context.token_provided.app_error", "A session's token may not be part of the URL."));
        var forged = source == TokenSource.Cookie && request.Method is not ("GET" or "HEAD")
            && request.Headers["X-CSRF-Token"] != session.Csrf && request.Headers["X-Requested-With"] != "XMLHttpRequest";
        return forged ? null : session;
    }

    private protected override SandboxResponse Unauthorized(SandboxRequest request) => Error(request, Problem.SessionExpired());

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown)
    {
        // The server's router answers this by itself, before the request gets an id.
        request.RequestId = null;
        // The socket has nothing but the API.
        if (request.IsLocal && !request.Path.StartsWith(Prefix + "/", StringComparison.Ordinal))
            return SandboxResponse.Text(404, "404 page not found\n", "text/plain; charset=utf-8").With("X-Content-Type-Options", "nosniff");
        var error = new AppError
        {
            Id = "api.context.404.app_error",
            Message = "There is nothing here.",
            DetailedError = $"No operation of the API has the URL {request.Path} with {request.Method}.",
            StatusCode = 404,
        };
        return SandboxResponse.Json(error, MattermostJson.Default.AppError, 404, "text/plain; charset=utf-8");
    }

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) =>
        Error(request, status, "api.context.server_error.app_error", "Something went wrong in the server.", detail);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = SandboxResponse.Text(429, "limit exceeded\n", "text/plain; charset=utf-8").With("X-Content-Type-Options", "nosniff");
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            response.With("X-Ratelimit-Limit", Text(decision.Limit))
                .With("X-Ratelimit-Remaining", Text(decision.Remaining))
                .With("X-Ratelimit-Reset", Text((int)Math.Ceiling(decision.ResetAfter.TotalSeconds)));
        }

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new SteadyLimiter(numbers);

    // The first limiter stands before everything and goes by address; the second stands behind authentication and goes by user.
    private protected override bool LimitsCallers(int limiter) => limiter > 0;

    private protected override string RateLimitKey(SandboxRequest request) => (request.Caller as Session)?.User.Id ?? request.RemoteAddress;

    private protected override bool AcceptsRouteValue(string name, string value) => name switch
    {
        "email" or "plugin_id" or "remote_id" => true,
        "username" => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'),
        "emoji_name" => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '_' or '-'),
        "team_name" or "channel_name" or "name" => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'),
        _ => !name.EndsWith("_id", StringComparison.Ordinal) || value.All(char.IsAsciiLetterOrDigit),
    };

    private protected override void Enter(SandboxRequest request) => request.RequestId = Seeder.Secret(26, MattermostState.IdAlphabet);

    private protected override void Finish(SandboxRequest request, SandboxResponse response)
    {
        if (request.RequestId is null)
            return;
        response.With("X-Request-Id", request.RequestId).With("X-Version-Id", VersionId);
        if (request.Method == "GET")
            response.With("Expires", "0");
    }

    /// <summary>An answer that waits for something outside.</summary>
    public SandboxResponse Later(Func<CancellationToken, Task> wait, Func<Call, SandboxResponse> then) => SandboxResponse.Later(wait, Answering(then));

    private Func<SandboxRequest, SandboxResponse> Answering(Func<Call, SandboxResponse> handler) => request =>
    {
        try
        {
            return handler(new(this, request));
        }
        catch (Problem problem)
        {
            return Error(request, problem);
        }
    };

    private static SandboxResponse Error(SandboxRequest request, Problem problem) => Error(request, problem.Status, problem.Id, problem.Message);

    private static SandboxResponse Error(SandboxRequest request, int status, string id, string message, string detail = "")
    {
        var error = new AppError { Id = id, Message = message, DetailedError = detail, RequestId = request.RequestId, StatusCode = status };
        return SandboxResponse.Json(error, MattermostJson.Default.AppError, status);
    }

    /// <summary>The other operations of the API say that they are not simulated; the list has a method and a template per line.</summary>
    private void MapTheRest()
    {
        using var list = new StreamReader(typeof(MattermostService).Assembly.GetManifestResourceStream("mattermost.operations.txt")!);
        while (list.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            MapMissing(line[..space], line[(space + 1)..], request => Error(
                request, 501, "api.sandbox.not_simulated.app_error", $"This sandbox does not simulate {line}."));
        }
    }

    private enum TokenSource
    {
        None,
        Cookie,
        Header,
        Query,
    }

    /// <summary>The order is the server's: cookie, then header, then query.</summary>
    private static (string? Token, TokenSource Source) FindToken(SandboxRequest request)
    {
        foreach (var cookie in (request.Headers["Cookie"] ?? "").Split(';', StringSplitOptions.TrimEntries))
            if (cookie.StartsWith("MMAUTHTOKEN=", StringComparison.Ordinal))
                return (cookie["MMAUTHTOKEN=".Length..], TokenSource.Cookie);
        if ((request.Authorization("Bearer") ?? request.Authorization("token")) is { } token)
            return (token, TokenSource.Header);
        return request.Query["access_token"] is { } inQuery ? (inQuery, TokenSource.Query) : (null, TokenSource.None);
    }
}
