namespace ChatPS.Client.Streams;

/// <summary>Looks for the first place where some lines stand in a row: so a place is found again in a log whose lines have no times.</summary>
internal sealed class LogSequence
{
    private readonly IReadOnlyList<string> _lines;
    // For each of the lines, how many of the first ones end with it when the next does not follow.
    private readonly int[] _again;
    private int _found;

    public LogSequence(IReadOnlyList<string> lines)
    {
        _lines = lines;
        _again = new int[lines.Count];
        for (var i = 1; i < lines.Count; i++)
            _again[i] = Next(_again[i - 1], lines[i]);
    }

    /// <summary>Whether a line, with those before it, is the end of the row.</summary>
    public bool EndsWith(string line)
    {
        _found = Next(_found, line);
        return _found == _lines.Count;
    }

    private int Next(int found, string line)
    {
        while (found > 0 && _lines[found] != line)
            found = _again[found - 1];
        return _lines[found] == line ? found + 1 : 0;
    }
}
