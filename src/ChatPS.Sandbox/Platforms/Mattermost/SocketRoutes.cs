using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The websocket: events as they happen, and a few actions that the client may ask for.</summary>
internal sealed class SocketRoutes(MattermostService service)
{
    // The real server looks every five seconds whether a client has said who it is.
    private static readonly TimeSpan Anonymity = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PongPatience = TimeSpan.FromSeconds(100);

    public static void Map(MattermostService service)
    {
        var routes = new SocketRoutes(service);
        service.OnOpen("GET", "/websocket", routes.Open);
        service.State.News.Published = service.Sockets.Publish;
    }

    private SandboxResponse Open(Call call)
    {
        // Who listens does so from here on, under the service's lock: nothing that happens after the request is missed.
        SocketListener? listener = null;
        var response = SandboxResponse.Switching(call.Request, (socket, cancel) => listener is null ? Task.CompletedTask : ServeAsync(listener, socket, cancel))
            ?? throw new Problem(400, "api.web_socket.connect.upgrade.app_error", "The request does not ask for a websocket as it should.");
        listener = service.Sockets.Open(call.Request.Caller as Session, call.Query["connection_id"] ?? "", call.Query["sequence_number"]);
        return response;
    }

    private async Task ServeAsync(SocketListener listener, SandboxSocket socket, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var silence = new CancellationTokenSource(PongPatience, service.Clock);
        using var tooLong = silence.Token.Register(end.Cancel);
        socket.Ponged = () => silence.CancelAfter(PongPatience);
        Task[] work = [listener.Feed!.ServeAsync(socket.SendAsync, end.Token), ListenAsync(listener, socket, end.Token), PingAsync(socket, end.Token), ExpireAsync(listener, end.Token)];
        try
        {
            await Task.WhenAny(work);
        }
        finally
        {
            service.Exclusively(() => service.Sockets.Leave(listener));
            await end.CancelAsync();
            await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PingAsync(SandboxSocket socket, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(PingInterval, service.Clock, cancel);
            await socket.SendAsync(SandboxSocket.Ping, cancel);
        }
    }

    private async Task ExpireAsync(SocketListener listener, CancellationToken cancel)
    {
        await Task.Delay(Anonymity, service.Clock, cancel);
        if (listener.Session is not null)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
    }

    private async Task ListenAsync(SocketListener listener, SandboxSocket socket, CancellationToken cancel)
    {
        while (await socket.ReadAsync(cancel) is { } text)
        {
            var goesOn = true;
            service.Exclusively(() => goesOn = Parse(text) is { } request && Act(listener, request));
            if (!goesOn)
                return;
        }
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Does what a client asks for; false when that ends the connection.</summary>
    private bool Act(SocketListener listener, JsonObject request)
    {
        var (action, number, data) = (request.Text("action") ?? "", request.Int("seq") ?? 0, request.Object("data") ?? []);
        if (action == "authentication_challenge" && number > 0)
        {
            if (listener.Session is not null)
                return true;
            if (data.Text("token") is not { } token || !service.State.TryGetSession(token, out var session))
                return false;
            service.Sockets.Register(listener, session);
            listener.Answer(new JsonObject { ["status"] = "OK", ["seq_reply"] = number });
            return true;
        }

        // Who has not said who it is gets no answer, because nobody knows where it would go.
        if (listener.Session is null)
            return true;
        try
        {
            if (action.Length == 0)
                throw new Problem(400, "api.web_socket_router.no_action.app_error", "The action is missing.");
            if (number <= 0)
                throw new Problem(400, "api.web_socket_router.bad_seq.app_error", "The number is missing.");
            if (!service.State.TryGetSession(listener.Session.Token, out var session))
                throw new Problem(401, "api.web_socket_router.not_authenticated.app_error", "The session has ended.");
            var answer = new JsonObject { ["status"] = "OK", ["seq_reply"] = number };
            if (Do(session.User, action, data) is { } result)
                answer["data"] = result;
            listener.Answer(answer);
        }
        catch (Problem problem)
        {
            var error = new AppError { Id = problem.Id, Message = problem.Message, StatusCode = problem.Status };
            listener.Answer(new JsonObject
            {
                ["status"] = "FAIL",
                ["seq_reply"] = number,
                ["error"] = JsonSerializer.SerializeToNode(error, MattermostJson.Default.AppError),
            });
        }

        return true;
    }

    private JsonObject? Do(User me, string action, JsonObject data) => action switch
    {
        "ping" => new()
        {
            ["text"] = "pong",
            ["version"] = MattermostService.Version,
            ["server_time"] = service.State.Time,
            ["node_id"] = "",
        },
        "user_typing" => Type(me, data),
        "get_statuses" => Statuses(service.State.Users.Sorted.Where(user => user.Status != "offline")),
        "get_statuses_by_ids" => Statuses(data.Texts("user_ids").Select(id => service.State.Users[id]).OfType<User>()),
        _ => throw new Problem(500, "api.web_socket_router.bad_action.app_error", "There is no such action."),
    };

    private JsonObject? Type(User me, JsonObject data)
    {
        if (service.State.Channels[data.Text("channel_id") ?? ""] is not { } channel || !channel.Members.Has(me.Id))
            throw new Problem(400, "api.websocket_handler.invalid_param.app_error", "The channel is missing, or it is none that the account may write in.");
        service.State.News.Typing(channel, me, data.Text("parent_id") ?? "");
        return null;
    }

    private static JsonObject Statuses(IEnumerable<User> users) => new(users.Select(user => KeyValuePair.Create(user.Id, (JsonNode?)user.Status)));
}
