using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Heroku, Platform API v3.</summary>
internal sealed class HerokuPlatform : Platform
{
    private const int PageSize = 200;

    private static readonly Pager ByRange = new RangePager("id", PageSize);
    private static readonly Pager ByEmail = new RangePager("email", PageSize);
    private static readonly Pager ByVersion = new RangePager("version", PageSize);

    // Where a good answer warns of something; servers and proxies differ in the name.
    private static readonly string[] WarningHeaders = ["X-Heroku-Warning", "Warning-Message", "Warning"];

    public override ChatPlatform Name => ChatPlatform.Heroku;

    public override IReadOnlyList<Type> Resources { get; } =
    [
        typeof(HerokuAccountFeatures),
        typeof(HerokuAccounts),
        typeof(HerokuAddonPlans),
        typeof(HerokuAddonServices),
        typeof(HerokuAddons),
        typeof(HerokuAppCollaborators),
        typeof(HerokuAppFeatures),
        typeof(HerokuAppTransfers),
        typeof(HerokuApps),
        typeof(HerokuBuilds),
        typeof(HerokuConfigVars),
        typeof(HerokuDomains),
        typeof(HerokuDynos),
        typeof(HerokuFormations),
        typeof(HerokuInvites),
        typeof(HerokuInvoices),
        typeof(HerokuKeys),
        typeof(HerokuLogDrains),
        typeof(HerokuLogs),
        typeof(HerokuOAuthClients),
        typeof(HerokuRegions),
        typeof(HerokuReleases),
        typeof(HerokuSlugs),
        typeof(HerokuSslEndpoints),
        typeof(HerokuStacks),
        typeof(HerokuTeamUsers),
        typeof(HerokuTeams),
        typeof(HerokuTokens),
        typeof(HerokuUsers),
        typeof(HerokuWebhooks),
    ];

    /// <summary>4,500 requests for each account, refilled at about 75 a minute.</summary>
    public override RateBudget Budget { get; } = new(4500, TimeSpan.FromMinutes(60), RefillsSteadily: true);

    public override bool TakesETags => true;

    public override IEnumerable<KeyValuePair<string, string>> Headers(Connection connection, ApiRequest request)
    {
        yield return new("Accept", "application/vnd.heroku+json; version=3");
        yield return new("Request-Id", Guid.NewGuid().ToString());
        if (connection.OneTimeCode is { } code)
            yield return new("Heroku-Two-Factor-Code", code.Reveal());
    }

    public override Pager PagerFor(Operation? operation) => operation switch
    {
        { Paging: "range", Id: TeamMemberList } => ByEmail,
        { Paging: "range", Id: ReleaseList } => ByVersion,
        { Paging: "range" } => ByRange,
        _ => SinglePage.Instance,
    };

    public override RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now) =>
        double.TryParse(response.Header("RateLimit-Remaining"), NumberStyles.Float, CultureInfo.InvariantCulture, out var remaining)
            ? new RateReading { Remaining = remaining, RefillsSteadily = true }
            : null;

    public override ApiError ReadError(ApiResponse response)
    {
        // The server adds its own id to the one that was sent.
        var request = response.Header("Request-Id");
        try
        {
            return HerokuErrors.Of(JsonSerializer.Deserialize(response.Content, HerokuJson.Default.Error) ?? new()) with { RequestId = request };
        }
        catch (JsonException)
        {
            return new ApiError { Message = response.Text, RequestId = request };
        }
    }

    public override IEnumerable<string> ReadWarnings(ApiResponse response) =>
        WarningHeaders.SelectMany(response.AllHeaders).Where(text => text.Length > 0).Distinct();

    public override Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context) => options switch
    {
        { Token: { } token } => Task.FromResult(WithToken(connection, token, options.OneTimeCode)),
        { UserName: { } name, Password: { } password, OneTimeCode: { } code } =>
            HerokuSignIn.WithSecondFactorAsync(connection, new BasicAuthentication(name, password), code, context),
        { UserName: { } name, Password: { } password } => Task.FromResult(new SignIn(new BasicAuthentication(name, password))),
        { AuthorizationCode: { } code, ClientSecret: { } secret } => HerokuSignIn.WithCodeAsync(connection, code, secret, context),
        { RefreshToken: { } refresh, ClientSecret: { } secret } => HerokuSignIn.WithRefreshTokenAsync(connection, refresh, secret, context),
        _ => throw NoSuchLogin("-Token, -Credential (e-mail address and API key), -Netrc, or with -AuthorizationCode or -RefreshToken and -ClientSecret"),
    };

    public override async Task IdentifyAsync(Connection connection, CallContext context)
    {
        var me = await connection.Api.GetAsync(Call(AccountInfo).ToRequest(), HerokuJson.Default.Reference, context).ConfigureAwait(false);
        connection.Session.UserId = me.Id;
        connection.Session.UserName = me.Email;
    }

    public override Task SignOutAsync(Connection connection, CallContext context) => HerokuSignIn.SignOutAsync(connection, context);

    /// <summary>The one call that costs nothing of the limit.</summary>
    public override Task PingAsync(Connection connection, CallContext context) =>
        connection.Api.SendAsync(Call(RateLimitInfo).ToRequest(), context);

    public override async Task<ChatRateLimit?> ReadLiveLimitAsync(Connection connection, CallContext context)
    {
        var live = await connection.Api.GetAsync(Call(RateLimitInfo).ToRequest(), HerokuJson.Default.RateLimit, context).ConfigureAwait(false);
        return connection.Gate.Correct(connection.Clock, new RateReading { Remaining = live.Remaining, RefillsSteadily = true });
    }

    private static SignIn WithToken(Connection connection, Secret token, Secret? code)
    {
        connection.OneTimeCode = code;
        return new SignIn(new BearerAuthentication(token));
    }
}
