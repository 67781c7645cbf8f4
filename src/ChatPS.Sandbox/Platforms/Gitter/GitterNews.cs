using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Tells those who listen to Faye's channels what has changed. Called while the service's lock is held.</summary>
internal sealed class GitterNews(GitterState state)
{
    private const string Root = "/api/v1/";

    /// <summary>Takes what is told; set by the service that passes it on.</summary>
    public Action<string, JsonObject>? Published { get; set; }

    public void Posted(GitterMessage message) => Change($"{Room(message.Room)}/chatMessages", "create", () => Of(message));

    public void Edited(GitterMessage message) => Change($"{Room(message.Room)}/chatMessages", "update", () => Of(message));

    public void Removed(GitterMessage message) => Change($"{Room(message.Room)}/chatMessages", "remove", () => Id(message.Id));

    public void Happened(GitterRoom room, GitterEvent happened) => Change($"{Room(room)}/events", "create", happened.ToJson);

    public void Changed(GitterRoom room) => Change(Room(room), "patch", () =>
        new JsonObject { ["id"] = room.Id, ["topic"] = room.Topic, ["tags"] = new JsonArray([.. room.Tags.Select(tag => (JsonNode)tag)]) });

    public void Removed(GitterRoom room)
    {
        Change(Room(room), "remove", () => Id(room.Id));
        foreach (var member in room.Members)
            Change($"{User(member.User)}/rooms", "remove", () => Id(room.Id));
    }

    public void Joined(GitterRoom room, GitterUser user)
    {
        Change($"{Room(room)}/users", "create", () => user.ToJson());
        Change($"{User(user)}/rooms", "create", () => room.ToJson(user));
    }

    public void Left(GitterRoom room, GitterUser user)
    {
        Change($"{Room(room)}/users", "remove", () => Id(user.Id));
        Change($"{User(user)}/rooms", "remove", () => Id(room.Id));
    }

    /// <summary>A message that a user has not read, or only a sign of life of a room that the user does not follow.</summary>
    public void Unread(GitterMembership membership, GitterMessage message, bool isMentioned)
    {
        if (!membership.Unread.Contains(message.Id))
        {
            Notify(User(membership.User), "activity", data => data["troupeId"] = membership.Room.Id);
            return;
        }

        Notify(UnreadItems(membership), "unread_items", data => data["items"] = Items([message.Id], isMentioned ? [message.Id] : []));
        Counted(membership);
    }

    public void Read(GitterMembership membership, IReadOnlyCollection<string> ids)
    {
        Notify(UnreadItems(membership), "unread_items_removed", data => data["items"] = Items(ids, []));
        Counted(membership);
        foreach (var message in ids.Select(id => state.Messages.GetValueOrDefault(id)).OfType<GitterMessage>())
            Change($"{Room(message.Room)}/chatMessages", "patch", () => new JsonObject { ["id"] = message.Id, ["readBy"] = message.ReadBy.Count, ["v"] = message.Version });
    }

    public void ReadAll(GitterMembership membership)
    {
        Notify(UnreadItems(membership), "mark_all_read", _ => { });
        Counted(membership);
    }

    private void Counted(GitterMembership membership) => Change($"{User(membership.User)}/rooms", "patch", () =>
        new JsonObject { ["id"] = membership.Room.Id, ["unreadItems"] = membership.Unread.Count, ["mentions"] = membership.Mentions.Count });

    private void Change(string channel, string operation, Func<JsonObject> model)
    {
        // Nothing is described for nobody.
        if (Published is { } publish)
            publish(channel, new JsonObject { ["operation"] = operation, ["model"] = model() });
    }

    private void Notify(string channel, string notification, Action<JsonObject> fill)
    {
        if (Published is not { } publish)
            return;
        var data = new JsonObject { ["notification"] = notification };
        fill(data);
        publish(channel, data);
    }

    // Whether it is unread is each listener's own affair.
    private JsonObject Of(GitterMessage message)
    {
        var json = message.ToJson(state, message.From);
        json.Remove("unread");
        return json;
    }

    private static JsonObject Id(string id) => new() { ["id"] = id };

    private static JsonObject Items(IEnumerable<string> chat, IReadOnlyCollection<string> mention)
    {
        var items = new JsonObject { ["chat"] = new JsonArray([.. chat.Select(id => (JsonNode)id)]) };
        if (mention.Count > 0)
            items["mention"] = new JsonArray([.. mention.Select(id => (JsonNode)id)]);
        return items;
    }

    private static string Room(GitterRoom room) => $"{Root}rooms/{room.Id}";

    private static string User(GitterUser user) => $"{Root}user/{user.Id}";

    private static string UnreadItems(GitterMembership membership) => $"{User(membership.User)}/rooms/{membership.Room.Id}/unreadItems";
}
