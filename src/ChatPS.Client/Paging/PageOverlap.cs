using System.Text.Json;

namespace ChatPS.Client.Paging;

/// <summary>
/// Leaves out what the page before had already: lists move while they are read, and a server that ignores the page
/// it is asked for sends the same one for ever. Remembers one page, so that memory does not grow with the list.
/// </summary>
/// <param name="idName">The member by which items are told apart.</param>
internal sealed class PageOverlap(string idName)
{
    private HashSet<string> _before = [];

    /// <summary>The items of a page that the page before did not have.</summary>
    public IReadOnlyList<JsonElement> Fresh(IReadOnlyList<JsonElement> items)
    {
        var before = _before;
        _before = [.. items.Select(Key)];
        if (before.Count == 0)
            return items;
        // Plain values may rightly repeat; only when the whole page does is it the same page again.
        return _before.SetEquals(before)
            ? []
            : [.. items.Where(item => item.ValueKind != JsonValueKind.Object || !before.Contains(Key(item)))];
    }

    // Members of something have no id of their own; the whole of them is what tells them apart.
    private string Key(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(idName, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.GetRawText()
            : item.GetRawText();
}
