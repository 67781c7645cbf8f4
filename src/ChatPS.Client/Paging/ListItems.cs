using System.Text.Json;
using ChatPS.Client.Catalog;

namespace ChatPS.Client.Paging;

/// <summary>Finds the items in the answer of a list operation.</summary>
internal static class ListItems
{
    // Answers come wrapped in one of these where the same operation otherwise answers a plain array.
    private static readonly string[] CommonWrappers = ["results", "items"];

    public static IReadOnlyList<JsonElement> Of(Operation? operation, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return [.. body.EnumerateArray()];
        if (body.ValueKind != JsonValueKind.Object)
            return body.ValueKind == JsonValueKind.Null ? [] : [body];
        if (operation?.Kind == ResultKind.Posts || (body.TryGetProperty("order", out _) && body.TryGetProperty("posts", out _)))
            return InOrder(body, operation?.Items ?? "posts");
        foreach (var name in operation?.Items is { } items ? [items, .. CommonWrappers] : CommonWrappers)
        {
            if (body.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array or JsonValueKind.Null)
                return list.ValueKind == JsonValueKind.Null ? [] : [.. list.EnumerateArray()];
        }
        return [body];
    }

    // A post list is a map of posts (or files), some of them only there for context, and the order of those that were asked for.
    // A thread's order names its root twice.
    private static List<JsonElement> InOrder(JsonElement body, string map)
    {
        if (!body.TryGetProperty("order", out var order) || order.ValueKind != JsonValueKind.Array)
            return [];
        var posts = body.GetProperty(map);
        return [.. order.EnumerateArray().Select(id => id.GetString()!).Distinct()
            .Select(id => posts.TryGetProperty(id, out var post) ? post : default)
            .Where(post => post.ValueKind == JsonValueKind.Object)];
    }
}
