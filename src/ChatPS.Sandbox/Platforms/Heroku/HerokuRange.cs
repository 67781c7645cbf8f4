using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>By what a list can be sorted: the first attribute is the default.</summary>
internal sealed class SortOrder<T>
    where T : Entity
{
    private readonly List<(string Name, Func<T, string> Key)> _attributes;

    /// <param name="attributes">What the list can be sorted by beside the id and the two times, as the answer writes it.</param>
    public SortOrder(params (string Name, Func<T, string> Key)[] attributes) => _attributes =
    [
        ("id", item => item.Id), .. attributes, ("created_at", item => item.CreatedAt.ToWire()), ("updated_at", item => item.UpdatedAt.ToWire()),
    ];

    public string Names => string.Join(", ", _attributes.Select(attribute => attribute.Name));

    public Func<T, string>? KeyOf(string name) => _attributes.Find(attribute => attribute.Name == name).Key;
}

/// <summary>The request header <c>Range: attribute [first]..[last]; max=200, order=desc</c>; a bracket before the first leaves it out.</summary>
internal sealed partial record HerokuRange(string Attribute, bool After, string First, string Last, int? Max, bool Descending)
{
    public const int DefaultMax = 200;
    public const int Limit = 1000;
    private static readonly HerokuRange Default = new("id", false, "", "", null, false);

    /// <summary>Reads the header; between the options commas and semicolons may stand in any number, as clients write both.</summary>
    public static HerokuRange Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return Default;
        var match = Form().Match(header);
        if (!match.Success)
            throw Unreadable(header);
        var range = new HerokuRange(
            match.Groups["attribute"].Value, match.Groups["after"].Length > 0, match.Groups["first"].Value, match.Groups["last"].Value, null, false);
        foreach (var option in match.Groups["options"].Value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = option.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var text] ? (key, text) : throw Unreadable(header);
            range = (name, value) switch
            {
                ("max", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0 => range with { Max = max },
                ("order", "asc" or "desc") => range with { Descending = value == "desc" },
                _ => throw Unreadable(header),
            };
        }

        return range;
    }

    /// <summary>The page of a list that a request asks for: 200 when it is the list's end, else 206 with the range of the next page.</summary>
    public static SandboxResponse Answer<T>(SandboxRequest request, SandboxFaults faults, IEnumerable<T> items, SortOrder<T> order, Func<T, JsonNode> toJson)
        where T : Entity
    {
        var range = Parse(request.Headers["Range"]);
        var key = order.KeyOf(range.Attribute) ?? throw HerokuAnswer.BadRequest($"The list cannot be sorted by {range.Attribute}, only by {order.Names}.");
        var byKey = Comparer<string>.Create(range.Compare);
        var byId = Comparer<string>.Create(range.CompareText);
        var sorted = items.OrderBy(key, byKey).ThenBy(item => item.Id, byId).ToList();
        // The position in the whole list tells which page this is.
        var skip = range.First.Length == 0 ? 0 : sorted.TakeWhile(item => range.StartsAfter(key(item), item.Id)).Count();
        if (range.Last.Length > 0)
            sorted = [.. sorted.TakeWhile(item => range.Compare(key(item), range.Last) <= 0)];
        var size = faults.PageSize(Math.Min(range.Max ?? DefaultMax, Limit), DefaultMax);
        var page = faults.Page(sorted, skip, size).ToList();
        var more = skip + size < sorted.Count;

        var response = HerokuAnswer.Json(page.Select(toJson).ToJsonArray(), more ? 206 : 200).With("Accept-Ranges", order.Names);
        if (page.Count > 0)
            response.With("Content-Range", $"{range.Attribute} {key(page[0])}..{key(page[^1])}; {range.Options(size)}");
        if (more)
        {
            var (last, next) = (sorted[skip + size - 1], sorted[skip + size]);
            // Where the page ends between equals the value alone wouldn't say where to go on.
            var from = key(last) == key(next) ? $"{key(last)}~{last.Id}" : key(last);
            response.With("Next-Range", $"{range.Attribute} ]{from}..{range.Last}; {range.Options(range.Max ?? DefaultMax)}");
        }

        return response;
    }

    private string Options(int max) => $"max={max.ToString(CultureInfo.InvariantCulture)}" + (Descending ? ", order=desc" : "");

    /// <summary>Whether an item comes before the range's first.</summary>
    private bool StartsAfter(string key, string id)
    {
        var (value, tie) = First.Split('~', 2) is [var before, var after] ? (before, after) : (First, null);
        var difference = Compare(key, value);
        if (difference == 0 && tie is not null)
            difference = CompareText(id, tie);
        return After ? difference <= 0 : difference < 0;
    }

    /// <summary>Versions by their number, all else by character; the other way round when descending.</summary>
    private int Compare(string one, string other) =>
        Attribute == "version" && long.TryParse(one, NumberStyles.None, null, out var a) && long.TryParse(other, NumberStyles.None, null, out var b)
            ? a.CompareTo(b) * (Descending ? -1 : 1)
            : CompareText(one, other);

    private int CompareText(string one, string other) => string.CompareOrdinal(one, other) * (Descending ? -1 : 1);

    private static SandboxAnswerException Unreadable(string header) => HerokuAnswer.BadRequest($"The range \"{header}\" cannot be read.");

    [GeneratedRegex(@"^\s*(?<attribute>[a-z_]+)\s+(?<after>\]?)(?<first>[^;,]*?)\.\.(?<last>[^;,]*?)\s*(?:[;,](?<options>.*))?$")]
    private static partial Regex Form();
}
