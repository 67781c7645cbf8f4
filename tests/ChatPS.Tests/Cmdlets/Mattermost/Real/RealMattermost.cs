using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms;
using ChatPS.Sandbox.Platforms.Mattermost;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Tests.Cmdlets.Mattermost.Real;

/// <summary>
/// A real server in the sandbox's place: what comes is recorded, meets the faults that are switched on, and is handed on as it is. Accounts have the sandbox's names.
/// </summary>
internal sealed partial class RealMattermost : SandboxService
{
    /// <summary>The password of everybody but the administrator.</summary>
    public const string Password = "Correct-horse-9!";

    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Upgrade", "Content-Length", "Date",
    };

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) });

    private RealMattermost(SandboxOptions options, IReadOnlyList<SandboxAccount> accounts)
        : base("Mattermost", options, [], limitedAsShipped: false) => Accounts = accounts;

    /// <summary>The websockets that are open, and whether the client has asked for something over it and was answered.</summary>
    public ConcurrentDictionary<SandboxSocket, bool> Sockets { get; } = new();

    /// <summary>A sandbox whose Mattermost is the real one; seeded when it isn't yet.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        using var admin = await RealApi.SignInAsync(RealServer.UserName, RealServer.Password);
        if (!await admin.HasAsync("teams/name/northwind-harbor"))
            await new RealSeed(admin).RunAsync();
        var accounts = new[]
        {
            await AccountAsync(admin, "admin", RealServer.UserName, RealServer.Password),
            await AccountAsync(admin, "member", "member", Password),
            await AccountAsync(admin, "mfa", "mfa.member", Password),
        };
        return SandboxServer.Start(options, new Dictionary<string, Func<SandboxOptions, SandboxService>>(SandboxPlatforms.All, StringComparer.OrdinalIgnoreCase)
        {
            ["Mattermost"] = options => new RealMattermost(options, accounts),
        });
    }

    private static async Task<SandboxAccount> AccountAsync(RealApi admin, string role, string name, string password)
    {
        var user = await admin.GetAsync($"users/username/{name}");
        var token = await admin.PostAsync($"users/{user.Id()}/tokens", new JsonObject { ["description"] = "sandbox" });
        var code = role == "mfa" ? await SecondFactorAsync(admin, user.Id()) : null;
        return new(role, user.Id(), name, (string)user["email"]!, password, (string)token["token"]!, code);
    }

    /// <summary>Switches the second factor on with a new secret; the code holds for a minute or so.</summary>
    private static async Task<string> SecondFactorAsync(RealApi admin, string userId)
    {
        var secret = (string)(await admin.PostAsync($"users/{userId}/mfa/generate"))["secret"]!;
        var code = OneTimeCode.Of(secret, DateTimeOffset.UtcNow);
        await admin.PutAsync($"users/{userId}/mfa", new JsonObject { ["activate"] = true, ["code"] = code });
        return code;
    }

    // There are no routes here, and so every request comes to this.
    private protected override SandboxResponse NoRoute(SandboxRequest request, bool pathKnown)
    {
        if (request.Headers["Upgrade"] is not null && SandboxResponse.Switching(request, (client, cancel) => TalkAsync(request, client, cancel)) is { } switching)
            return switching;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), TargetOf(request));
        if (request.Body.Length > 0 || request.Headers["Content-Length"] is not null)
            message.Content = new ReadOnlyMemoryContent(request.Body);
        foreach (var (name, value) in request.Headers.Items.Where(header => !OfTheConnection.Contains(header.Key)))
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        using var answer = Http.Send(message);
        using var body = new MemoryStream();
        answer.Content.ReadAsStream().CopyTo(body);
        var type = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;
        var response = type is null && body.Length == 0 ? SandboxResponse.Empty((int)answer.StatusCode) : SandboxResponse.Bytes((int)answer.StatusCode, body.ToArray(), type ?? "");
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            if (!OfTheConnection.Contains(name) && name != "Content-Type")
                foreach (var value in values)
                    response.With(name, value);
        return response;
    }

    private protected override object? Authenticate(SandboxRequest request) => null;

    private protected override SandboxResponse Unauthorized(SandboxRequest request) => throw new NotSupportedException("The server itself refuses.");

    private protected override SandboxResponse ServerError(SandboxRequest request, int status, string detail) => SandboxResponse.Json(
        new JsonObject { ["id"] = "api.context.server_error.app_error", ["message"] = "Something went wrong in the server.", ["detailed_error"] = detail, ["status_code"] = status }, status);

    private protected override SandboxResponse RateLimited(SandboxRequest request, string? retryAfter)
    {
        var response = SandboxResponse.Text(429, "limit exceeded\n", "text/plain; charset=utf-8");
        return retryAfter is null ? response : response.With("Retry-After", retryAfter);
    }

    private protected override void WriteRateLimit(SandboxResponse response, IReadOnlyList<RateDecision> decisions)
    {
    }

    private protected override IRateLimiter CreateLimiter(SandboxRateLimit numbers) => new SteadyLimiter(numbers);

    /// <summary>Where a request goes: the same target, escaped as it came, with the switches that are about pages in its query.</summary>
    private Uri TargetOf(SandboxRequest request)
    {
        var target = Faults.Unknown?.Invoke(request.Method, request.Path) == true
            ? "/api/v4/what/no/server/has"
            : PageSize().Replace(request.Target, size => "per_page=" + Faults.PageSize(int.Parse(size.Groups[1].Value, null), 60));
        return new(RealServer.Url!.TrimEnd('/') + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>Hands on what the two ends of a websocket say, until one of them ends it.</summary>
    private async Task TalkAsync(SandboxRequest request, SandboxSocket client, CancellationToken stopping)
    {
        using var server = new ClientWebSocket();
        foreach (var name in (string[])["Authorization", "Cookie", "User-Agent"])
            if (request.Headers[name] is { } value)
                server.Options.SetRequestHeader(name, value);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await server.ConnectAsync(new UriBuilder(TargetOf(request)) { Scheme = "ws" }.Uri, end.Token);
        Task[] work = [SayAsync(client, server, end.Token), HearAsync(server, client, end.Token), Faults.StreamsEnd];
        Sockets[client] = false;
        await Task.WhenAny(work);
        Sockets.TryRemove(client, out _);
        await end.CancelAsync();
        await Task.WhenAll(work[..2]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task SayAsync(SandboxSocket client, ClientWebSocket server, CancellationToken cancel)
    {
        while (await client.ReadAsync(cancel) is { } text)
            await server.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancel);
        await server.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
    }

    private async Task HearAsync(ClientWebSocket server, SandboxSocket client, CancellationToken cancel)
    {
        var left = Faults.StreamItems ?? int.MaxValue;
        var part = new byte[16 * 1024];
        while (left-- > 0)
        {
            using var whole = new MemoryStream();
            ValueWebSocketReceiveResult got;
            do
            {
                got = await server.ReceiveAsync(part.AsMemory(), cancel);
                if (got.MessageType == WebSocketMessageType.Close)
                    return;
                whole.Write(part, 0, got.Count);
            }
            while (!got.EndOfMessage);
            var text = Encoding.UTF8.GetString(whole.ToArray());
            if (!Faults.LosesItem())
                await client.SendAsync(SandboxSocket.Text(text), cancel);
            if (text.Contains("\"seq_reply\"", StringComparison.Ordinal))
                Sockets.TryUpdate(client, true, false);
        }
    }

    [GeneratedRegex(@"(?<=[?&])per_page=(\d+)")]
    private static partial Regex PageSize();
}
