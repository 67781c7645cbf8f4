namespace ChatPS.Sandbox.Http;

/// <summary>Names and values in the order they came; names match in any case. Headers, a query or a form.</summary>
internal sealed class ValueList(IReadOnlyList<KeyValuePair<string, string>> items)
{
    public static readonly ValueList Empty = new([]);

    public IReadOnlyList<KeyValuePair<string, string>> Items => items;

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        items.Where(item => item.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(item => item.Value);

    /// <summary>The value as a number; null when absent or none.</summary>
    public long? Int(string name) =>
        long.TryParse(this[name], System.Globalization.NumberStyles.AllowLeadingSign, null, out var value) ? value : null;

    /// <summary>Whether the value is <c>true</c> or <c>1</c>.</summary>
    public bool Flag(string name) => this[name] is "true" or "True" or "1";

    public static ValueList ParseForm(string text)
    {
        if (text.Length == 0)
            return Empty;
        var items = new List<KeyValuePair<string, string>>();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            items.Add(at < 0 ? new(Decode(pair), "") : new(Decode(pair[..at]), Decode(pair[(at + 1)..])));
        }

        return new(items);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
