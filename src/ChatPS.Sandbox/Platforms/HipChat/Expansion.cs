namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>Which of the things that an answer refers to come whole: <c>items.owner</c> stands for the items and their owners.</summary>
internal sealed class Expansion(IReadOnlyList<string> paths)
{
    public static Expansion Parse(string? query) => new(query?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);

    public bool Has(string name) => paths.Any(path => path == name || path.StartsWith(name + '.', StringComparison.Ordinal));

    /// <summary>What of a thing comes whole; null when the thing itself doesn't.</summary>
    public Expansion? Of(string name) => Has(name)
        ? new([.. paths.Where(path => path.StartsWith(name + '.', StringComparison.Ordinal)).Select(path => path[(name.Length + 1)..])])
        : null;
}
