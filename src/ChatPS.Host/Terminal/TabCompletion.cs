using System.Text;

namespace ChatPS.Host;

/// <summary>What could stand in a part of the line. Each has its text, and a shorter name for the list.</summary>
internal sealed record CompletionChoices(int Start, int Length, IReadOnlyList<(string Text, string Name)> Items)
{
    public static CompletionChoices None { get; } = new(0, 0, []);
}

/// <summary>
/// What Tab does: the first one types what all choices have in common and lists them, the next ones go through them.
/// </summary>
internal sealed class TabCompletion(CompletionChoices choices)
{
    private const int Listed = 100;

    private int _length = choices.Length;
    private int _chosen = -1;

    /// <summary>True when only one choice was there, and so is typed.</summary>
    public bool Extend(LineBuffer line)
    {
        var typed = line.Text.Substring(choices.Start, choices.Length);
        var common = CommonStart();
        if (choices.Items.Count == 1 || (common.Length > typed.Length && Starts(common, typed)))
            Put(line, common);
        return choices.Items.Count == 1;
    }

    public void Cycle(LineBuffer line, bool backwards)
    {
        var count = choices.Items.Count;
        _chosen = backwards ? (Math.Max(_chosen, 0) + count - 1) % count : (_chosen + 1) % count;
        Put(line, choices.Items[_chosen].Text);
    }

    public string List(int screenWidth)
    {
        var names = choices.Items.Take(Listed).Select(i => i.Name).ToList();
        var cell = names.Max(CellWidth.Of) + 2;
        var columns = Math.Max(screenWidth / cell, 1);
        var list = new StringBuilder();
        foreach (var row in names.Chunk(columns))
            list.AppendJoin(string.Empty, row.Select(n => n + new string(' ', cell - CellWidth.Of(n))).SkipLast(1))
                .Append(row[^1]).Append("\r\n");
        if (choices.Items.Count > Listed)
            list.Append($"… and {choices.Items.Count - Listed} more\r\n");
        return list.ToString();
    }

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private string CommonStart()
    {
        var common = choices.Items[0].Text;
        foreach (var (text, _) in choices.Items.Skip(1))
            while (!Starts(text, common))
                common = common[..^1];
        return common;
    }

    private void Put(LineBuffer line, string text)
    {
        line.Replace(choices.Start, _length, text);
        _length = text.Length;
    }
}
