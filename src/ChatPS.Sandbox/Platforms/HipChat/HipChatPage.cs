using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>One page of a list, with links to those around it.</summary>
internal static class HipChatPage
{
    private const int DefaultSize = 100;
    private const int MaxSize = 1000;
    private const string Start = "start-index";
    private const string Size = "max-results";

    /// <param name="call">What was asked.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="toJson">The form of an item, given what of it is to come whole; null for the short form.</param>
    /// <param name="reverse">Whether the page's items are turned round.</param>
    public static SandboxResponse Page<T>(
        this HipChatCall call, IReadOnlyList<T> items, Func<T, Expansion?, JsonNode> toJson, bool reverse = false)
    {
        var faults = call.Service.Faults;
        var start = call.QueryInteger(Start, 0, int.MaxValue) ?? 0;
        var size = faults.PageSize(call.QueryInteger(Size, 0, MaxSize) ?? DefaultSize, DefaultSize);
        var page = faults.Page(items, start, size);
        var links = new JsonObject { ["self"] = Link(call) };
        if (start > 0)
            links["prev"] = Link(call, Math.Max(0, start - size), size);
        if (size > 0 && items.Count - start > size)
            links["next"] = Link(call, start + size, size);
        var expansion = call.Expand.Of("items");
        return HipChatAnswer.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. (reverse ? page.Reverse() : page).Select(item => toJson(item, expansion))]),
            ["startIndex"] = start,
            ["maxResults"] = size,
            ["links"] = links,
        });
    }

    /// <summary>Some of a list that cannot be paged.</summary>
    public static SandboxResponse Part<T>(this HipChatCall call, IEnumerable<T> items, int size, Func<T, JsonNode> toJson) =>
        HipChatAnswer.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. items.Select(toJson)]),
            ["maxResults"] = size,
            ["links"] = new JsonObject { ["self"] = Link(call) },
        });

    private static string Link(HipChatCall call) => Link(call, call.Request.Query.Items);

    private static string Link(HipChatCall call, int start, int size) => Link(call,
    [
        .. call.Request.Query.Items.Where(item => item.Key is not (Start or Size)),
        new(Start, start.ToString(CultureInfo.InvariantCulture)),
        new(Size, size.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The caller's token is no part of an address that is handed out.</summary>
    private static string Link(HipChatCall call, IEnumerable<KeyValuePair<string, string>> query)
    {
        var kept = query.Where(item => item.Key != HipChatService.TokenParameter)
            .Select(item => $"{Uri.EscapeDataString(item.Key)}={Uri.EscapeDataString(item.Value)}");
        return new Uri(call.Service.BaseUri, call.Request.Path + (string.Join('&', kept) is { Length: > 0 } text ? "?" + text : "")).AbsoluteUri;
    }
}
