using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>HipChat Server and Data Center, REST API v2.</summary>
internal sealed class HipChatPlatform : Platform
{
    private static readonly Pager ByLink = new LinkPager("start-index", "max-results", maxSize: 1000);

    private static readonly RateBudget Flood = new(30, TimeSpan.FromMinutes(1), RefillsSteadily: false);

    public override ChatPlatform Name => ChatPlatform.HipChat;

    public override IReadOnlyList<Type> Resources { get; } =
    [
        typeof(HipChatEmojis),
        typeof(HipChatFiles),
        typeof(HipChatInvites),
        typeof(HipChatMessages),
        typeof(HipChatRoomStatistics),
        typeof(HipChatRoomUsers),
        typeof(HipChatRooms),
        typeof(HipChatTeams),
        typeof(HipChatTokens),
        typeof(HipChatUserPresences),
        typeof(HipChatUsers),
        typeof(HipChatWebhooks),
    ];

    /// <summary>500 requests in 5 minutes.</summary>
    public override RateBudget Budget { get; } = new(500, TimeSpan.FromMinutes(5), RefillsSteadily: false);

    public override bool TakesScopes => true;

    public override Pager PagerFor(Operation? operation) => operation?.Paging == "links" ? ByLink : SinglePage.Instance;

    /// <summary>Reset is the end of the window in seconds since 1970.</summary>
    public override RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now) => ReadLimit(response, "X-Ratelimit", now);

    /// <summary>A room or a person takes so many messages a minute, whatever their kind.</summary>
    public override RateLane? LaneOf(ApiRequest request) =>
        request.Method == "POST" && request.Path.Split('/') is [_, "room" or "user", var who, "message" or "notification" or "reply" or "share", ..] parts
            // Case does not count in names.
            ? new RateLane($"{parts[1]} {who.ToUpperInvariant()}", Flood)
            : null;

    public override RateReading? ReadLaneLimit(ApiResponse response, DateTimeOffset now) => ReadLimit(response, "X-FloodControl", now);

    public override ApiError ReadError(ApiResponse response) => new()
    {
        Message = MessageOf(response) ?? response.Text,
    };

    public override ApiError Explain(ApiError error, ApiResponse response, ApiRequest request, Connection connection) => (int)response.Status switch
    {
        403 => error with { Advice = AdviceOnScopes(request.Operation, connection.Session) },
        _ => error,
    };

    public override TimeSpan? ReadRetryAfter(ApiResponse response, DateTimeOffset now) =>
        ReadLaneLimit(response, now) is { Remaining: < 1 } flood ? flood.UntilFull : null;

    public override Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context) => options switch
    {
        { Token: { } token } => Task.FromResult(new SignIn(new BearerAuthentication(token))),
        { UserName: { } client, Password: { } secret } => HipChatSignIn.WithClientAsync(connection, client, secret, options.Scope, context),
        { RefreshToken: { } refresh, ClientSecret: { } secret } => HipChatSignIn.WithRefreshTokenAsync(connection, refresh, options.ClientId, secret, context),
        _ => throw NoSuchLogin("-Token, with -Credential (an OAuth client's id and secret), or with -RefreshToken, -ClientId and -ClientSecret"),
    };

    /// <summary>The server tells whose the token is, and what it may do.</summary>
    public override async Task IdentifyAsync(Connection connection, CallContext context)
    {
        var call = Call(GetSession).Path("access_token", TokenOf(connection.Authentication).Reveal());
        var session = await connection.Api.GetAsync(call.ToRequest(), HipChatJson.Default.TokenSession, context).ConfigureAwait(false);
        connection.Session.UserId = session.Owner?.Id;
        connection.Session.UserName = session.Owner?.MentionName ?? session.Owner?.Name ?? session.Client?.Name;
        connection.Session.Scopes = session.AllScopes;
        // A token that was made for one room has no business elsewhere.
        connection.Session.Room ??= session.Client?.Room?.Id;
    }

    /// <summary>The token that the session's requests go with at this moment.</summary>
    public static Secret TokenOf(Authentication authentication) => authentication is GrantAuthentication { Grant: var grant }
        ? grant.AccessToken
        : ((BearerAuthentication)authentication).Token;

    public override Task SignOutAsync(Connection connection, CallContext context) => HipChatSignIn.SignOutAsync(connection, context);

    protected override Uri Normalize(Uri uri) => WithoutEnding(uri, "/v2");

    private static string AdviceOnScopes(Operation? operation, ChatSession session)
    {
        var own = session.Scopes is { Count: > 0 } scopes ? $"it has {string.Join(", ", scopes)}" : "Get-ChatSession shows what it has";
        return operation is { Scopes: { Count: > 0 } needed }
            ? $"The token needs the scope {string.Join(" or ", needed)}, and {own}: connect with one that has it."
            : $"Connect with an account or a token that may do this; the token's scopes are a part of that: {own}.";
    }

    private static RateReading? ReadLimit(ApiResponse response, string prefix, DateTimeOffset now)
    {
        if (Number(response, prefix + "-Remaining") is not { } remaining)
            return null;
        var reset = Number(response, prefix + "-Reset") is { } seconds
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) - (ApiErrors.ServerTime(response) ?? now)
            : (TimeSpan?)null;
        return new RateReading
        {
            Limit = Number(response, prefix + "-Limit"),
            Remaining = remaining,
            UntilFull = reset < TimeSpan.Zero ? TimeSpan.Zero : reset,
        };
    }

    private static string? MessageOf(ApiResponse response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Content, HipChatJson.Default.ErrorBody)?.Error?.Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? Number(ApiResponse response, string header) =>
        double.TryParse(response.Header(header), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
