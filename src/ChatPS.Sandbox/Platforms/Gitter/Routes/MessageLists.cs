using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Which messages of a room a list shows. Always oldest first, whichever end they were taken from.</summary>
internal static partial class MessageLists
{
    private const int PageSize = 50;
    private const int MaxPageSize = 100;
    private const int MaxSkip = 5000;

    /// <summary>The newest messages, or those before, after or around one.</summary>
    public static List<GitterMessage> Find(GitterCall call, GitterRoom room)
    {
        var around = call.QueryId("aroundId");
        if (call.Query("marker") == "first-unread" && call.User.Memberships.GetValueOrDefault(room.Id)?.Unread.Min is { } unread)
            around = unread;
        if (around is not null)
            return Around(call, room, around);
        var skip = call.Number("skip", 0);
        if (skip > MaxSkip)
            throw GitterAnswer.Fault(400);
        var shown = room.Messages.Where(message => message.ParentId is null || IncludesThreads(call)).ToList();
        return Range(call, shown, skip);
    }

    /// <summary>The answers to a message.</summary>
    public static List<GitterMessage> Thread(GitterCall call, GitterMessage parent) =>
        Range(call, [.. parent.Room.Messages.Where(message => message.ParentId == parent.Id)], skip: 0);

    public static IEnumerable<JsonObject> Search(GitterCall call, GitterRoom room, string q)
    {
        var from = FromUser().Match(q) is { Success: true } match ? match.Groups[1].Value.Trim('\'', '"') : null;
        var words = FromUser().Replace(q, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = room.Messages.AsEnumerable().Reverse().Where(message =>
            (from is null || message.From.UserName.Equals(from, StringComparison.OrdinalIgnoreCase))
            && Array.TrueForAll(words, word => message.Content.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        foreach (var message in call.Faults.Page(found, call.Number("skip", 0), Size(call)))
        {
            var json = message.ToJson(call.State, call.User);
            json["highlights"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
            yield return json;
        }
    }

    private static List<GitterMessage> Range(GitterCall call, List<GitterMessage> messages, int skip)
    {
        // The position of a cursor counts as skipped, so that faults of pages know which page it is.
        var beforeId = call.QueryId("beforeId");
        var afterId = call.QueryId("afterId");
        if (afterId is not null)
        {
            var start = messages.FindIndex(message => string.CompareOrdinal(message.Id, afterId) > 0);
            var until = messages.TakeWhile(message => beforeId is null || string.CompareOrdinal(message.Id, beforeId) < 0);
            return start < 0 ? [] : [.. call.Faults.Page(until, start + skip, Size(call))];
        }

        messages.Reverse();
        if (beforeId is not null)
        {
            var start = messages.FindIndex(message => string.CompareOrdinal(message.Id, beforeId) < 0);
            skip += start < 0 ? messages.Count : start;
        }

        return [.. call.Faults.Page(messages, skip, Size(call)).Reverse()];
    }

    private static List<GitterMessage> Around(GitterCall call, GitterRoom room, string id)
    {
        if (!call.State.Messages.TryGetValue(id, out var message) || message.Room != room)
            return [.. room.Messages.Where(known => known.ParentId is null).TakeLast(PageSize)];
        var centre = message.ParentId ?? message.Id;
        var half = Size(call) / 2;
        var shown = room.Messages.Where(known => known.ParentId is null || IncludesThreads(call)).ToList();
        var older = shown.Where(known => string.CompareOrdinal(known.Id, centre) <= 0).TakeLast(half);
        var newer = shown.Where(known => string.CompareOrdinal(known.Id, centre) > 0).Take(half);
        // An answer is found around the message it answers, and comes last.
        return message.ParentId is null ? [.. older, .. newer] : [.. older, .. newer, message];
    }

    private static int Size(GitterCall call) => call.Faults.PageSize(Math.Min(call.Number("limit", PageSize), MaxPageSize), whenIgnored: PageSize);

    private static bool IncludesThreads(GitterCall call) => call.Request.Query["includeThreads"] == "true";

    [GeneratedRegex("""\bfrom:('[^']*'|"[^"]*"|[^'"\s]\S*)""")]
    private static partial Regex FromUser();
}
