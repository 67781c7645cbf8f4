using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>What was said in a room, or between the caller and somebody.</summary>
internal static class HistoryRoutes
{
    private const int Recent = 75;

    public static void MapHistory(this HipChatService hipChat)
    {
        Map(RoomRoutes.Base, call => call.Room().Messages);
        Map("/v2/user/{id_or_email}", call => call.State.Conversation(call.Me, call.User()));

        void Map(string path, Func<HipChatCall, List<Message>> find)
        {
            hipChat.Map("GET", path + "/history", call => View(call, Kept(call, find(call))), Scope.ViewMessages);
            hipChat.Map("GET", path + "/history/latest", call => ViewLatest(call, Kept(call, find(call))), Scope.ViewMessages);
            hipChat.Map("GET", path + "/history/{message_id}", call => ViewOne(call, Kept(call, find(call))), Scope.ViewMessages);
        }
    }

    /// <summary>The latest 75, or those of a range of time page by page; the first page is the latest, and within a page the oldest comes first.</summary>
    private static SandboxResponse View(HipChatCall call, List<Message> messages)
    {
        var zone = Zone(call);
        var oldestFirst = call.QueryFlag("reverse", otherwise: true);
        if ((call.Request.Query["date"] ?? "recent") is var date && date == "recent")
        {
            if (call.QueryInteger("start-index", 0, int.MaxValue) > 0)
                throw HipChatAnswer.BadRequest("The recent messages come on one page; name a date to page through older ones.");
            var size = Math.Min(Recent, call.QueryInteger("max-results", 0, 1000) ?? Recent);
            var recent = messages.TakeLast(size);
            return call.Part(oldestFirst ? recent : recent.Reverse(), size, message => message.ToJson(call, zone));
        }

        var (latest, earliest) = (Time(date, "date", zone), DateTimeOffset.MinValue);
        if (call.Request.Query["end-date"] is { } end && end != "null")
            earliest = Time(end, "end-date", zone);
        var range = messages.FindAll(message => message.Date <= latest && message.Date >= earliest);
        range.Reverse();
        return call.Page(range, (message, _) => message.ToJson(call, zone), reverse: oldestFirst);
    }

    private static SandboxResponse ViewLatest(HipChatCall call, List<Message> messages)
    {
        var zone = Zone(call);
        var size = call.QueryInteger("max-results", 0, 1000) ?? Recent;
        if (call.Request.Query["not-before"] is { } id)
            messages = messages[Find(messages, id)..];
        return call.Part(messages.TakeLast(size), size, message => message.ToJson(call, zone));
    }

    private static SandboxResponse ViewOne(HipChatCall call, List<Message> messages)
    {
        var message = messages[Find(messages, call.Route("message_id"))];
        return HipChatAnswer.Json(new JsonObject { ["message"] = message.ToJson(call, Zone(call)) });
    }

    private static List<Message> Kept(HipChatCall call, List<Message> messages) =>
        call.QueryFlag("include_deleted", otherwise: true) ? messages : messages.FindAll(message => !message.IsDeleted);

    private static int Find(List<Message> messages, string id) =>
        messages.FindIndex(message => message.Id == id) is >= 0 and var at ? at : throw HipChatAnswer.NotFound("Message", id);

    private static TimeZoneInfo Zone(HipChatCall call) => call.Request.Query["timezone"] is not { } name
        ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw HipChatAnswer.BadRequest($"There is no time zone '{name}'.");

    /// <summary>A time without a zone is meant in the zone that was asked for.</summary>
    private static DateTimeOffset Time(string text, string name, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
            throw HipChatAnswer.BadRequest($"{name} has to be a time in ISO 8601.");
        return time.Kind == DateTimeKind.Utc ? new(time) : new(time, zone.GetUtcOffset(time));
    }
}
