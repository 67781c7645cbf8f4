using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Platforms.Hathora.Routes;
using ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;
using ChatPS.Sandbox.Platforms.Hathora.Seeding;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Hathora Cloud's API, each resource in its own version. It documents no rate limit, so it has none unless one is set.</summary>
internal sealed class HathoraService : SandboxService
{
    public HathoraService(SandboxOptions options)
        : base("Hathora", options, [], limitedAsShipped: false)
    {
        (State, Accounts) = HathoraSeed.Create(options);
        this.MapApps();
        this.MapBuilds();
        this.MapBuildUploads();
        this.MapDeployments();
        this.MapProcesses();
        this.MapRooms();
        this.MapLogs();
        this.MapPlayers();
        this.MapLobbies();
        this.MapOrgs();
        this.MapOrgMembers();
        this.MapTokens();
        this.MapBilling();
        this.MapFleets();
        this.MapNodes();
        this.MapDiscovery();
        this.MapDeprecatedApps();
        this.MapDeprecatedBuilds();
        this.MapDeprecatedDeployments();
        this.MapDeprecatedProcesses();
        this.MapDeprecatedRooms();
        this.MapDeprecatedLobbies();
        this.MapDeprecatedFleets();
        MapTheRest();
    }

    internal HathoraState State { get; }

    /// <summary>How many bytes one part of an upload may have.</summary>
    internal int MaxChunkSize { get; set; } = 5 * 1024 * 1024;

    /// <summary>Adds an operation of a developer; the group is the first half of the scope that it needs, null where it needs none.</summary>
    internal void Map(string method, string template, string? group, Func<HathoraCall, SandboxResponse> handler) =>
        Map(method, template, request => request.Caller is Developer ? handler(new(this, request, group)) : Unauthorized(request));

    /// <summary>Adds an operation on an app.</summary>
    internal void MapApp(string method, string template, string group, Func<HathoraCall, App, SandboxResponse> handler) =>
        Map(method, template, group, call => handler(call, call.App()));

    /// <summary>Adds an operation on an organization, named in the path or in the query.</summary>
    internal void MapOrg(string method, string template, string group, Func<HathoraCall, Organization, SandboxResponse> handler) =>
        Map(method, template, group, call => handler(call, call.Org()));

    /// <summary>Adds an operation of those who play an app.</summary>
    internal void MapPlayer(string method, string template, Func<HathoraCall, Player, SandboxResponse> handler) =>
        Map(method, template, request =>
        {
            var call = new HathoraCall(this, request);
            var app = call.AnyApp();
            return request.Caller is Player player && player.App == app ? handler(call, player) : Unauthorized(request);
        });

    /// <summary>Adds an operation on an app that anybody may call.</summary>
    internal void MapOpen(string method, string template, Func<HathoraCall, App, SandboxResponse> handler) =>
        MapOpen(method, template, request =>
        {
            var call = new HathoraCall(this, request);
            return handler(call, call.AnyApp());
        });

    private protected override object? Authenticate(SandboxRequest request) =>
        request.Authorization("Bearer") is { } token ? State.Tokens.GetValueOrDefault(token) : null;

    private protected override SandboxResponse Unauthorized(SandboxRequest request) =>
        HathoraAnswer.Error(401, "The token is missing, or not one for this operation.");

    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown) =>
        HathoraAnswer.Error(404, $"The API has no operation {request.Method} {request.Path}.");

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) =>
        HathoraAnswer.Error(status, "Something went wrong in the server. " + detail);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = HathoraAnswer.Error(429, "Too many requests.");
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
        // No header is documented.
    }

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new WindowLimiter(numbers);

    /// <summary>The other operations of the API say that they are not simulated; the list has a method and a template per line.</summary>
    private void MapTheRest()
    {
        using var list = new StreamReader(typeof(HathoraService).Assembly.GetManifestResourceStream("hathora.operations.txt")!);
        while (list.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            MapMissing(line[..space], line[(space + 1)..], _ => HathoraAnswer.Error(501, $"This sandbox does not simulate {line}."));
        }
    }
}
