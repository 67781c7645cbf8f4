using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>
/// The Faye service: the Bayeux protocol over long polling. The real one has a host of its own. A question of <c>/meta/connect</c> waits
/// for news; everything else is answered at once.
/// </summary>
internal sealed class BayeuxRoutes(GitterService gitter)
{
    private const string Path = "/bayeux";
    private const string Root = "/api/v1/";
    private const int SnapshotSize = 30;
    private const int MaxSnapshotSize = 100;
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Forgotten = 3 * Hold;
    private readonly Dictionary<string, BayeuxClient> _clients = [];
    private int _count;

    public static void Map(GitterService gitter)
    {
        var routes = new BayeuxRoutes(gitter);
        gitter.MapOpen("POST", Path, routes.Answer);
        // Other ways to carry the protocol: a script tag's, and the upgrade to a socket.
        gitter.MapOpen("GET", Path, request => throw GitterAnswer.NotSimulated(request.Time));
        gitter.State.News.Published = routes.Publish;
    }

    private void Publish(string channel, JsonObject data)
    {
        foreach (var client in _clients.Values.Where(client => client.Subscriptions.Contains(channel)))
            client.Tell(new JsonObject { ["channel"] = channel, ["data"] = data.DeepClone() });
    }

    private SandboxResponse Answer(SandboxRequest request)
    {
        foreach (var (id, _) in _clients.Where(known => request.Time - known.Value.Seen > Forgotten).ToArray())
            _clients.Remove(id);
        var content = request.IsContent("application/x-www-form-urlencoded") ? Parse(request.Form["message"]) : request.Json;
        JsonObject[] messages = content switch
        {
            JsonArray many => [.. many.OfType<JsonObject>()],
            JsonObject one => [one],
            _ => [],
        };
        if (messages.Length == 0)
            return SandboxResponse.Text(400, "Bad request", "text/plain");
        var replies = messages.Select(message => Reply(message, request.Time)).ToList();
        var waiting = Array.FindIndex(messages, message => Text(message, "channel") == "/meta/connect");
        return waiting >= 0 && _clients.TryGetValue(Text(messages[waiting], "clientId") ?? "", out var client) && (bool)replies[waiting]["successful"]!
            ? SandboxResponse.Streaming("application/json", Poll(client, HoldOf(messages[waiting]), replies, replies[waiting]))
            : SandboxResponse.Json(new JsonArray([.. replies]));
    }

    /// <summary>How long a question may wait; a client that only wants to know that it is heard says for no time at all.</summary>
    private static TimeSpan HoldOf(JsonObject connect) =>
        connect["advice"] is JsonObject advice && advice["timeout"] is JsonValue value && value.TryGetValue(out long wished) && wished >= 0 && wished < Hold.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(wished)
            : Hold;

    private Func<Stream, CancellationToken, Task> Poll(BayeuxClient client, TimeSpan time, List<JsonObject> replies, JsonObject connected)
    {
        var told = gitter.Faults.StreamsEnd;
        return async (stream, cancel) =>
        {
            using var hold = new CancellationTokenSource(time, gitter.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, hold.Token);
            await Task.WhenAny(client.WaitAsync(either.Token), told);
            await either.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            var body = "";
            gitter.Exclusively(() =>
            {
                if (told.IsCompleted)
                {
                    _clients.Remove(client.Id);
                    Refuse(connected, $"401:{client.Id}:Unknown client", "handshake");
                }

                client.Seen = gitter.Clock.GetUtcNow();
                body = new JsonArray([.. replies, .. told.IsCompleted ? [] : client.Take()]).ToJsonString();
            });
            await stream.WriteAsync(Encoding.UTF8.GetBytes(body), cancel);
        };
    }

    private JsonObject Reply(JsonObject message, DateTimeOffset time)
    {
        var channel = Text(message, "channel") ?? "";
        var reply = new JsonObject { ["channel"] = channel };
        if (message["id"] is { } id)
            reply["id"] = id.DeepClone();
        if (channel == "/meta/handshake")
            return Handshake(message, reply, time);
        var clientId = Text(message, "clientId") ?? "";
        reply["clientId"] = clientId;
        if (!_clients.TryGetValue(clientId, out var client))
            return Refuse(reply, $"401:{clientId}:Unknown client", "handshake");
        client.Seen = time;
        reply["successful"] = true;
        switch (channel)
        {
            case "/meta/connect":
                reply["advice"] = Advice("retry");
                break;
            case "/meta/disconnect":
                _clients.Remove(clientId);
                break;
            case "/meta/subscribe":
                return Subscribe(client, message, reply);
            case "/meta/unsubscribe":
                reply["subscription"] = message["subscription"]?.DeepClone();
                client.Subscriptions.Remove(Text(message, "subscription") ?? "");
                break;
            case Root + "ping2":
                break;
            default:
                return Refuse(reply, "403::Push access denied", null);
        }

        return reply;
    }

    private JsonObject Handshake(JsonObject message, JsonObject reply, DateTimeOffset time)
    {
        var token = message["ext"] is JsonObject ext ? Text(ext, "token") : null;
        if (token is null || !gitter.State.Tokens.TryGetValue(token, out var caller))
            return Refuse(reply, "401::Access denied", "none");
        var client = new BayeuxClient(string.Create(CultureInfo.InvariantCulture, $"k{++_count}{GitterState.NewSecret()[..16]}"), caller.User) { Seen = time };
        _clients.Add(client.Id, client);
        reply["successful"] = true;
        reply["version"] = "1.0";
        reply["supportedConnectionTypes"] = new JsonArray("long-polling");
        reply["clientId"] = client.Id;
        reply["advice"] = Advice("retry");
        reply["ext"] = new JsonObject { ["appVersion"] = "21.15.0", ["userId"] = caller.User.Id };
        return reply;
    }

    private JsonObject Subscribe(BayeuxClient client, JsonObject message, JsonObject reply)
    {
        var channel = Text(message, "subscription") ?? "";
        reply["subscription"] = channel;
        try
        {
            var options = (message["ext"] as JsonObject)?["snapshot"];
            var snapshot = Snapshot(channel, client.User, options);
            client.Subscriptions.Add(channel);
            if (snapshot is not null)
                reply["ext"] = new JsonObject { ["snapshot"] = snapshot };
            return reply;
        }
        catch (SandboxAnswerException refused)
        {
            return Refuse(reply, refused.Response.Status == 403 ? "403::Access denied" : "404::Unknown subscription", null);
        }
    }

    /// <summary>What a channel's listeners know to begin with; null for nothing. Refuses channels that the user may not listen to.</summary>
    private JsonNode? Snapshot(string channel, GitterUser user, JsonNode? options)
    {
        var isWanted = options is not JsonValue flag || !flag.TryGetValue(out bool wanted) || wanted;
        var size = options is JsonObject asked && asked["limit"] is JsonValue limit && limit.TryGetValue(out int count) && count > 0
            ? Math.Min(count, MaxSnapshotSize)
            : SnapshotSize;
        var state = gitter.State;
        switch (channel.StartsWith(Root, StringComparison.Ordinal) ? channel[Root.Length..].Split('/') : [])
        {
            case ["ping"]:
                return null;
            case ["rooms", var id]:
                // The room itself comes only to those who ask for it.
                return RoomOf(id, user) is var room && isWanted && options is not null ? room.ToJson(user) : null;
            case ["rooms", var id, "chatMessages"]:
                var messages = RoomOf(id, user).Messages;
                return isWanted ? List(messages.TakeLast(size).Select(message => message.ToJson(state, user))) : null;
            case ["rooms", var id, "users"]:
                var members = RoomOf(id, user);
                return isWanted ? List(members.Members.Take(size).Select(member => member.User.ToMemberJson(members, lean: false))) : null;
            case ["rooms", var id, "events"]:
                var events = RoomOf(id, user).Events;
                return isWanted ? List(events.TakeLast(size).Select(happened => happened.ToJson())) : null;
            case ["rooms", var id, "chatMessages", var messageId, "readBy"]:
                RoomOf(id, user);
                var readers = (state.Messages.GetValueOrDefault(messageId) ?? throw GitterAnswer.Fault(404)).ReadBy;
                return isWanted ? List(readers.Select(reader => state.Users[reader].ToJson())) : null;
            case ["user", var userId, ..] when userId != user.Id:
                throw GitterAnswer.Fault(403);
            case ["user", _]:
                return null;
            case ["user", _, "rooms"]:
                return isWanted ? List(user.Memberships.Values.Select(membership => membership.Room.ToJson(user))) : null;
            case ["user", _, "groups"]:
                var groups = state.Groups.Values.Where(group => group.Rooms.Exists(user.IsIn));
                return isWanted ? List(groups.Select(group => group.ToJson(user))) : null;
            case ["user", _, "orgs"]:
                return isWanted ? new JsonArray() : null;
            case ["user", _, "rooms", var id, "unreadItems"]:
                var unread = user.Memberships.GetValueOrDefault(RoomOf(id, user).Id);
                return isWanted ? new JsonObject { ["chat"] = Ids(unread?.Unread), ["mention"] = Ids(unread?.Mentions) } : null;
            default:
                throw GitterAnswer.Fault(404);
        }
    }

    private GitterRoom RoomOf(string id, GitterUser user)
    {
        var room = gitter.State.Rooms.GetValueOrDefault(id) ?? throw GitterAnswer.Fault(404);
        return user.CanRead(room) ? room : throw GitterAnswer.Fault(403);
    }

    private static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);

    private static JsonArray Ids(SortedSet<string>? ids) => new([.. (ids ?? []).Select(id => (JsonNode)id)]);

    private static JsonObject Refuse(JsonObject reply, string error, string? reconnect)
    {
        reply["successful"] = false;
        reply["error"] = error;
        if (reconnect is not null)
            reply["advice"] = Advice(reconnect);
        return reply;
    }

    private static JsonObject Advice(string reconnect) => new() { ["reconnect"] = reconnect, ["interval"] = 0, ["timeout"] = (int)Hold.TotalMilliseconds };

    private static JsonNode? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject message, string name) =>
        message[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
