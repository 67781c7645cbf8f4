using System.Text.Json;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Hathora Cloud, whose resources have versions of their own.</summary>
internal sealed class HathoraPlatform : Platform
{
    private static readonly Pager ByToken = new PageTokenPager("nextPageToken");
    private static readonly Pager ByTime = new HathoraProcessesPager();

    public override ChatPlatform Name => ChatPlatform.Hathora;

    public override IReadOnlyList<Type> Resources { get; } =
    [
        typeof(HathoraApps),
        typeof(HathoraBilling),
        typeof(HathoraBuilds),
        typeof(HathoraDeployments),
        typeof(HathoraFleetMetrics),
        typeof(HathoraFleetRegions),
        typeof(HathoraFleets),
        typeof(HathoraInvites),
        typeof(HathoraInvoices),
        typeof(HathoraLobbies),
        typeof(HathoraLogs),
        typeof(HathoraNodes),
        typeof(HathoraNodeShapes),
        typeof(HathoraPlayerTokens),
        typeof(HathoraProcesses),
        typeof(HathoraProcessMetrics),
        typeof(HathoraRegions),
        typeof(HathoraRoomConnections),
        typeof(HathoraRooms),
        typeof(HathoraTeams),
        typeof(HathoraTeamUsers),
        typeof(HathoraTokens),
        typeof(HathoraVerificationEmails),
    ];

    public override IReadOnlyList<string> Regions => Catalog[CreateProcess].Parameters.Single(parameter => parameter.Name == "region").Enum;

    public override Pager PagerFor(Operation? operation) => operation?.Paging switch
    {
        "page-token" => ByToken,
        "before" => ByTime,
        _ => SinglePage.Instance,
    };

    /// <summary>The app and the team that the session falls back to. What is deleted has to be named, though.</summary>
    public override Func<CallContext, Task<string?>>? DefaultFor(Connection connection, Operation operation, OperationParameter parameter) =>
        (parameter, connection.Session) switch
        {
            ({ In: ParameterPlace.Path }, _) when operation.Method == "DELETE" => null,
            ({ Name: "appId", In: ParameterPlace.Path }, { App: not null }) =>
                async context => await connection.Get<HathoraNames>().AppIdAsync(null, context).ConfigureAwait(false),
            ({ Name: "orgId", In: ParameterPlace.Path or ParameterPlace.Query }, { Team: not null }) =>
                context => connection.Get<HathoraNames>().TeamIdOrNoneAsync(null, context),
            _ => null,
        };

    /// <summary>No answer tells of a limit but the refusal itself.</summary>
    public override RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now) => null;

    public override ApiError ReadError(ApiResponse response) => new()
    {
        Message = MessageOf(response) ?? response.Text,
        // A token may reach one team and not the next.
        IsForThisOnly = true,
        Advice = (int)response.Status switch
        {
            // Only logs say so.
            410 => "The log is older than the team's logs are kept, and nothing is left of it. Save-ChatLog keeps one in time.",
            402 => "The team cannot pay for this, or has used up what it may: Get-ChatPaymentMethod and Get-ChatUsageLimit show it.",
            // There is no status of its own for what a token may not do.
            401 => "Sign in again with Connect-ChatService: the token is wrong, has expired or was revoked, or its scopes do not reach this far (Get-ChatSession shows them).",
            _ => null,
        },
    };

    public override Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context) => options.Token is { } token
        ? Task.FromResult(new SignIn(HathoraAuthentication.With(token)))
        : throw NoSuchLogin("-Token or -TokenVariable and a developer's token");

    /// <summary>There is no operation that tells who one is: it is who the token says, or else the organization that it belongs to.</summary>
    public override async Task IdentifyAsync(Connection connection, CallContext context)
    {
        var teams = await connection.Get<HathoraNames>().TeamsAsync(context).ConfigureAwait(false);
        var claims = (connection.Authentication as HathoraAuthentication)?.Claims;
        var session = connection.Session;
        var first = teams is [var head, ..] ? head : null;
        session.UserId = claims?.Sub ?? first?.OrgId;
        session.UserName = claims?.Email ?? claims?.Sub ?? first?.Name ?? session.UserId;
        // Most tokens are of one organization, and then nobody has to name it.
        if (teams is [var only])
            session.Team ??= only.OrgId;
        session.Scopes = HathoraNames.Find(teams, session.Team)?.Scopes ?? [];
    }

    public override Task PingAsync(Connection connection, CallContext context) => connection.Get<HathoraNames>().TeamsAsync(context);

    /// <summary>Tokens are made and revoked on purpose, never by signing in.</summary>
    public override Task SignOutAsync(Connection connection, CallContext context) => Task.CompletedTask;

    private static string? MessageOf(ApiResponse response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Content, HathoraJson.Default.Error)?.Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
