using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Messages and events as the API shows them.</summary>
internal static class MessageJson
{
    public static string ToWire(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A message as that user sees it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">Where the users it mentions are looked up.</param>
    /// <param name="viewer">Who sees it.</param>
    /// <param name="from">The sender in place of the whole user.</param>
    /// <param name="lean">Leaves out what is empty.</param>
    public static JsonObject ToJson(this GitterMessage message, GitterState state, GitterUser viewer, JsonNode? from = null, bool lean = false)
    {
        var json = new JsonObject { ["id"] = message.Id, ["text"] = message.Content.Text };
        if (message.Status is { } status)
            json["status"] = status;
        json["html"] = message.Content.Html;
        json["sent"] = message.Sent.ToWire();
        if (message.EditedAt is { } edited)
            json["editedAt"] = edited.ToWire();
        if (message.ParentId is not null)
            json["parentId"] = message.ParentId;
        if (message.ThreadCount is { } count)
            json["threadMessageCount"] = count;
        json["unread"] = viewer.Memberships.TryGetValue(message.Room.Id, out var membership) && membership.Unread.Contains(message.Id);
        json["readBy"] = message.ReadBy.Count;
        json.AddList("urls", message.Content.Urls.Select(url => new JsonObject { ["url"] = url }), lean);
        json.AddList("mentions", message.Content.Mentions.Select(name => Mention(name, state)), lean);
        json.AddList("issues", message.Content.Issues.Select(issue => Issue(issue.Number, issue.Repo)), lean);
        json.AddList("meta", [], lean);
        json["v"] = message.Version;
        json["fromUser"] = from ?? (lean ? message.From.ToLeanJson() : message.From.ToJson());
        return json;
    }

    public static JsonObject ToJson(this GitterEvent happened)
    {
        var meta = new JsonObject { ["service"] = happened.Service, ["event"] = happened.Event, ["prerendered"] = true };
        if (happened.ToUser is not null)
            (meta["bannedUser"], meta["performingUser"]) = (happened.ToUser, happened.ByUser);
        return new()
        {
            ["id"] = happened.Id,
            ["text"] = happened.Text,
            ["html"] = happened.Html,
            ["sent"] = happened.Sent.ToWire(),
            ["editedAt"] = null,
            ["meta"] = meta,
            ["v"] = 1,
        };
    }

    private static JsonObject Mention(string name, GitterState state)
    {
        if (name.StartsWith('/'))
        {
            var json = new JsonObject { ["screenName"] = name[1..], ["userId"] = null, ["userIds"] = new JsonArray(), ["group"] = true };
            if (name == "/all")
                json["announcement"] = true;
            return json;
        }

        return new() { ["screenName"] = name, ["userId"] = state.UserByName(name)?.Id, ["userIds"] = new JsonArray() };
    }

    private static JsonObject Issue(string number, string? repo)
    {
        var json = new JsonObject { ["number"] = number };
        if (repo is not null)
            json["repo"] = repo;
        return json;
    }

    private static void AddList(this JsonObject json, string name, IEnumerable<JsonNode> items, bool unlessEmpty)
    {
        var list = new JsonArray([.. items]);
        if (list.Count > 0 || !unlessEmpty)
            json[name] = list;
    }
}
