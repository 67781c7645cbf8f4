using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Gitter, REST API v1.</summary>
internal sealed class GitterPlatform : Platform
{
    private static readonly Pager BySkip = new OffsetPager("skip", "limit", 100);
    private static readonly Pager ByMessage = new GitterMessagesPager();

    public override ChatPlatform Name => ChatPlatform.Gitter;

    public override IReadOnlyList<Type> Resources { get; } =
    [
        typeof(GitterChannels), typeof(GitterEvents), typeof(GitterMessages), typeof(GitterReadReceipts), typeof(GitterRepos),
        typeof(GitterRooms), typeof(GitterRoomSecurity), typeof(GitterRoomUsers), typeof(GitterRoomWatcher), typeof(GitterTeams),
        typeof(GitterTeamUsers), typeof(GitterUnread), typeof(GitterUsers),
    ];

    /// <summary>100 requests a minute for each user and client.</summary>
    public override RateBudget Budget { get; } = new(100, TimeSpan.FromMinutes(1));

    /// <summary>An installation of one's own has the streams below its one address, where they are told from the lists of the same paths.</summary>
    public override Uri? HostFor(Connection connection, string? host) => base.HostFor(connection, host)
        ?? (host == "stream" ? new Uri(connection.Session.BaseUri, "stream/") : null);

    public override Pager PagerFor(Operation? operation) => operation?.Paging switch
    {
        "skip" => BySkip,
        "messages" or "thread" or "events" => ByMessage,
        _ => SinglePage.Instance,
    };

    /// <summary>Reset is the end of the window in milliseconds since 1970.</summary>
    public override RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now)
    {
        if (Number(response, "X-RateLimit-Remaining") is not { } remaining)
            return null;
        var reset = Number(response, "X-RateLimit-Reset") is { } milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) - (ApiErrors.ServerTime(response) ?? now)
            : (TimeSpan?)null;
        return new RateReading
        {
            Limit = Number(response, "X-RateLimit-Limit"),
            Remaining = remaining,
            UntilFull = reset < TimeSpan.Zero ? TimeSpan.Zero : reset,
        };
    }

    public override ApiError ReadError(ApiResponse response)
    {
        try
        {
            var body = JsonSerializer.Deserialize(response.Content, GitterJson.Default.Error);
            return new ApiError { Message = body?.Message ?? body?.Name, RequestId = body?.UniqueId?.ToString() };
        }
        catch (JsonException)
        {
            return new ApiError { Message = response.Text };
        }
    }

    public override async Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context)
    {
        if (options.Token is { } token)
            return new SignIn(new BearerAuthentication(token));
        if (options is not { AuthorizationCode: { } code, ClientId: { } clientId, ClientSecret: { } clientSecret, RedirectUri: { } redirectUri })
            throw NoSuchLogin("-Token, or with -AuthorizationCode, -ClientId, -ClientSecret and -RedirectUri");
        var request = Call(OauthToken)
            .Body("client_id", clientId)
            .Body("client_secret", clientSecret)
            .Body("code", code)
            .Body("redirect_uri", redirectUri.OriginalString)
            .Body("grant_type", "authorization_code")
            .ToRequest() with
        { Host = HostFor(connection, "web") };
        var grant = await connection.Api.GetAsync(request, GitterJson.Default.Grant, context).ConfigureAwait(false);
        return new SignIn(new BearerAuthentication(
            new Secret(grant.AccessToken),
            grant.ExpiresIn is { } seconds ? connection.Clock.GetUtcNow().AddSeconds(seconds) : null));
    }

    public override async Task IdentifyAsync(Connection connection, CallContext context)
    {
        var me = await connection.Api.GetAsync(Call(GetMe).ToRequest(), GitterJson.Default.User, context).ConfigureAwait(false);
        connection.Session.UserId = me.Id;
        connection.Session.UserName = me.Username;
    }

    /// <summary>No operation ends a token; it is the user's to revoke on the site.</summary>
    public override Task SignOutAsync(Connection connection, CallContext context) => Task.CompletedTask;

    protected override Uri Normalize(Uri uri) => WithoutEnding(uri, "/v1");

    private static double? Number(ApiResponse response, string header) =>
        double.TryParse(response.Header(header), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
