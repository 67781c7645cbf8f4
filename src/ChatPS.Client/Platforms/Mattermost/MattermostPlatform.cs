using System.Globalization;
using System.Net;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Mattermost.Archives;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mattermost, Web Service API v4.</summary>
internal sealed class MattermostPlatform : Platform
{
    // A Reset above this is a point in time, one below it a number of seconds: servers send both.
    private const double FirstEpoch = 1e9;

    // What a server does for nobody but whoever has a shell on its machine.
    private static readonly string[] LocalOnly = ["POST api/v4/integrity", "DELETE api/v4/users"];

    private static readonly Pager ByPage = new PageNumberPager("page", "per_page", 200);
    private static readonly Pager ByPageInBody = new PageNumberPager("page", "per_page", 200, inBody: true);
    private static readonly Pager Posts = new MattermostPostsPager();
    private static readonly Pager Thread = new MattermostThreadPager();

    public override ChatPlatform Name => ChatPlatform.Mattermost;

    public override IReadOnlyList<Type> Resources { get; } =
    [
        typeof(MattermostRooms), typeof(MattermostTeams), typeof(MattermostTeamUsers),
        typeof(MattermostMessages), typeof(MattermostReactions), typeof(MattermostFiles),
        typeof(MattermostUsers), typeof(MattermostRoomUsers), typeof(MattermostUserPresences),
        typeof(MattermostRoomWatcher), typeof(MattermostRoomStatistics), typeof(MattermostTeamStatistics),
        typeof(MattermostJobs), typeof(MattermostExports), typeof(MattermostImports), typeof(MattermostPlugins),
        typeof(MattermostLdap), typeof(MattermostUserSessions), typeof(MattermostPreferences), typeof(MattermostRetentionPolicies), typeof(MattermostComplianceReports),
        typeof(MattermostServerConfigs), typeof(MattermostRoleItems), typeof(MattermostServers), typeof(MattermostLogs), typeof(MattermostAudits),
        typeof(MattermostSchemes), typeof(MattermostGroups), typeof(MattermostGroupUsers), typeof(MattermostGroupSyncs), typeof(MattermostLdapGroups),
        typeof(MattermostWebhooks), typeof(MattermostCommands), typeof(MattermostBots), typeof(MattermostTokens),
        typeof(MattermostOAuthClients), typeof(MattermostEmojis), typeof(MattermostInvites),
        typeof(MattermostServerCare), typeof(MattermostServerStatistics), typeof(MattermostServerConfigCare), typeof(MattermostSearchIndexes),
        typeof(MattermostCertificates), typeof(MattermostSaml), typeof(MattermostBrand),
        typeof(MattermostRoomModerations), typeof(MattermostAvatars), typeof(MattermostUserMails), typeof(MattermostUserAuth),
        typeof(MattermostTeamImports), typeof(MattermostUnread), typeof(MattermostThreads), typeof(MattermostUserAttributes), typeof(MattermostUserAttributeValues),
        typeof(MattermostComplianceExports),
    ];

    public override IImportChecker ImportChecker { get; } = new ArchiveChecker();

    public override Pager PagerFor(Operation? operation) => operation?.Paging switch
    {
        "page" => ByPage,
        "body-page" => ByPageInBody,
        "posts" => Posts,
        "cursor" => Thread,
        _ => SinglePage.Instance,
    };

    /// <summary>With two limiters on, every header comes twice: the tighter one counts.</summary>
    public override RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now)
    {
        var remaining = Numbers(response, "X-Ratelimit-Remaining");
        if (remaining.Count == 0)
            return null;
        var limit = Numbers(response, "X-Ratelimit-Limit");
        var reset = Numbers(response, "X-Ratelimit-Reset");
        var seconds = reset.Count == 0 ? (double?)null
            : reset.Max() is var last && last > FirstEpoch ? (DateTimeOffset.FromUnixTimeSeconds((long)last) - now).TotalSeconds : last;
        return new RateReading
        {
            Limit = limit.Count == 0 ? null : limit.Min(),
            Remaining = remaining.Min(),
            UntilFull = seconds is { } s ? TimeSpan.FromSeconds(Math.Max(0, s)) : null,
            RefillsSteadily = true,
        };
    }

    public override ApiError ReadError(ApiResponse response)
    {
        try
        {
            // Some errors are JSON under another content type, some are plain text.
            var error = MattermostErrors.Of(JsonSerializer.Deserialize(response.Content, MattermostJson.Default.Error) ?? new(), (int)response.Status);
            return error with { RequestId = error.RequestId ?? response.Header("X-Request-Id") };
        }
        catch (JsonException)
        {
            return new ApiError { Message = response.Text, RequestId = response.Header("X-Request-Id") };
        }
    }

    /// <summary>The header has the version of the server, the build twice over, and whether there is a license.</summary>
    public override string? ReadVersion(ApiResponse response) => response.Header("X-Version-Id")?.Split('.') is [var major, var minor, var patch, ..]
        ? $"{major}.{minor}.{patch}"
        : null;

    /// <summary>
    /// Version 5 answers a confirmed address with the user as it is stored, the hash of the password included. What no known operation answers may
    /// be a user too.
    /// </summary>
    public override IReadOnlyList<string> KeptBack(Operation? operation) => operation is null or { ResultType: "User" } ? ["password"] : [];

    /// <summary>Whoever meets a server that lacks something wants to know which server that is.</summary>
    public override ApiError Explain(ApiError error, ApiResponse response, ApiRequest request, Connection connection)
    {
        if (MattermostErrors.IsUnknownRoute(error.Id) && !MattermostLocalMode.Is(connection) && LocalOnly.Contains($"{request.Method} {request.Path}"))
            return error with { Advice = "The server does this in local mode only: connect over its socket, with Connect-ChatService Mattermost -UnixSocket on its own machine." };
        if (MattermostLocalMode.Lacks(error, request, connection) is { } lacking)
            return lacking;
        var isMissing = error.Reason == ChatErrorReason.NotSupported || (error.Reason is null && response.Status == HttpStatusCode.NotImplemented);
        if (!isMissing || (ReadVersion(response) ?? connection.Session.ServerVersion) is not { } version)
            return error;
        var since = MattermostErrors.IsUnknownRoute(error.Id) && IsLater(request.Operation?.Since, version) ? $", and {request.Operation!.Id} came with {request.Operation.Since}" : "";
        var license = MattermostErrors.IsOfEdition(error.Id) && response.Header("X-Version-Id")?.EndsWith(".false", StringComparison.Ordinal) == true
            ? " without a license"
            : "";
        return error with { Advice = $"{error.Advice ?? MattermostErrors.Missing} The server is Mattermost {version}{license}{since}." };
    }

    public override async Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context)
    {
        if (options.Token is { } token)
            return new SignIn(new BearerAuthentication(token));
        if (options is { UserName: { } name, Password: { } password })
        {
            var call = Call(Login).Body("login_id", name).Body("password", password).Body("token", options.OneTimeCode);
            var response = await connection.Api.SendAsync(call.ToRequest(), context).ConfigureAwait(false);
            var issued = response.Header("Token") ?? throw new ChatException(
                ChatErrorReason.InvalidResponse, "The server accepted the login but sent no token.")
            {
                Advice = "Check that -Uri is the address of the Mattermost server itself.",
            };
            return new SignIn(new BearerAuthentication(new Secret(issued)), IsOurs: true);
        }
        // The server's local mode trusts whoever may open its socket.
        return options.Transport.UnixSocket is not null
            ? new SignIn(Authentication.None)
            : throw NoSuchLogin("-Credential or -Token");
    }

    public override async Task IdentifyAsync(Connection connection, CallContext context)
    {
        var session = connection.Session;
        if (MattermostLocalMode.Is(connection))
        {
            await connection.Api.SendAsync(Call(GetPing).ToRequest(), context).ConfigureAwait(false);
            session.UserName = "local";
            session.Scopes = [SystemAdmin];
            return;
        }
        var me = await connection.Api.GetAsync(
            Call(GetUser).Path("user_id", "me").ToRequest(), MattermostJson.Default.User, context).ConfigureAwait(false);
        session.UserId = me.Id;
        session.UserName = me.Username;
        session.Scopes = MattermostRoles.Split(me.Roles);
    }

    public override Task SignOutAsync(Connection connection, CallContext context) =>
        connection.Api.SendAsync(Call(Logout).ToRequest(), context);

    /// <summary>The role that may see and change everything.</summary>
    public const string SystemAdmin = "system_admin";

    /// <summary>Whether the session's account administers the server.</summary>
    public static bool IsAdmin(Connection connection) => connection.Session.Scopes.Contains(SystemAdmin);

    protected override Uri Normalize(Uri uri) => WithoutEnding(uri, "/api/v4");

    private static bool IsLater(string? since, string version) =>
        Version.TryParse(since, out var first) && Version.TryParse(version, out var now) && first > now;

    private static List<double> Numbers(ApiResponse response, string header) =>
        [.. response.AllHeaders(header).SelectMany(value => value.Split(','))
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (double?)null)
            .OfType<double>()];
}
