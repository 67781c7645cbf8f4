using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Messages: list, send, get, change, delete.</summary>
internal static class MessageRoutes
{
    private const int MaxLength = 4096;
    private static readonly TimeSpan EditWindow = TimeSpan.FromSeconds(600);

    public static void MapMessages(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/chatMessages", List);
        gitter.Map("POST", "/v1/rooms/{roomId}/chatMessages", Send);
        gitter.Map("GET", "/v1/rooms/{roomId}/chatMessages/{messageId}", call => Show(call, call.Message));
        gitter.Map("PUT", "/v1/rooms/{roomId}/chatMessages/{messageId}", Update);
        gitter.Map("DELETE", "/v1/rooms/{roomId}/chatMessages/{messageId}", Delete);
    }

    private static SandboxResponse List(GitterCall call)
    {
        var room = call.Room;
        var lean = call.Request.Query["lean"] == "true";
        if (call.Query("q") is { } q)
            return GitterAnswer.List(MessageLists.Search(call, room, q));
        var messages = MessageLists.Find(call, room);
        var around = call.QueryId("aroundId");
        if (call.Query("lookups")?.Split(',').Contains("user") == true)
            return WithLookups(call, messages, lean, around);
        return GitterAnswer.List(messages.Select(message => Marked(message.ToJson(call.State, call.User, lean: lean), around)));
    }

    /// <summary>Each sender once beside the messages, which name them by id.</summary>
    private static SandboxResponse WithLookups(GitterCall call, List<GitterMessage> messages, bool lean, string? around)
    {
        var users = new JsonObject();
        foreach (var user in messages.Select(message => message.From).Distinct())
            users[user.Id] = lean ? user.ToLeanJson() : user.ToJson();
        var items = messages.Select(message => Marked(message.ToJson(call.State, call.User, message.From.Id, lean), around));
        return GitterAnswer.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. items]),
            ["lookups"] = new JsonObject { ["users"] = users },
        });
    }

    private static JsonObject Marked(JsonObject message, string? around)
    {
        if (around is not null && (string?)message["id"] == around)
            message["initial"] = true;
        return message;
    }

    private static SandboxResponse Send(GitterCall call)
    {
        var room = call.Room;
        // Only bridges that Gitter knows may speak for others.
        if (call.Body["virtualUser"] is not null)
            return GitterAnswer.Error(403);
        var text = call.Text("text");
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
            return GitterAnswer.Error(400);
        var parent = call.Text("parentId") is { } id ? GitterCall.Id(id) : null;
        if (parent is not null && (!call.State.Messages.TryGetValue(parent, out var thread) || thread.Room != room))
            return GitterAnswer.Error(400);
        var message = new GitterMessage
        {
            Id = call.State.Ids.Next(call.Time),
            Room = room,
            From = call.User,
            Sent = call.Time,
            Content = new(text),
            Status = call.Flag("status") ? true : null,
            ParentId = parent,
        };
        call.State.Post(message);
        return Show(call, message);
    }

    private static SandboxResponse Update(GitterCall call)
    {
        var message = call.Message;
        if (message.From != call.User)
            return GitterAnswer.Error(403);
        var text = call.Text("text") ?? "";
        if (text.Length > MaxLength || call.Time - message.Sent > EditWindow)
            return GitterAnswer.Error(400);
        message.Content = new(text);
        message.EditedAt = call.Time;
        message.Version++;
        call.State.News.Edited(message);
        return Show(call, message);
    }

    private static SandboxResponse Delete(GitterCall call)
    {
        var message = call.Message;
        if (message.From != call.User && !call.User.CanAdmin(message.Room))
            return GitterAnswer.Error(403);
        call.State.Remove(message);
        return SandboxResponse.Empty(204);
    }

    private static SandboxResponse Show(GitterCall call, GitterMessage message) => GitterAnswer.Json(message.ToJson(call.State, call.User));
}
