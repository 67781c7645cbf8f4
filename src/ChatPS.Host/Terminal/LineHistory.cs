namespace ChatPS.Host;

/// <summary>
/// What was typed in this session, for the up and down keys. It is never written to disk: a line may hold a secret.
/// </summary>
internal sealed class LineHistory
{
    private const int Capacity = 1000;

    private readonly List<string> _lines = [];
    private string _draft = string.Empty;
    private int _at;

    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || _lines[^1] != line))
            _lines.Add(line);
        if (_lines.Count > Capacity)
            _lines.RemoveAt(0);
        Rewind();
    }

    /// <summary>Begins again behind the newest line.</summary>
    public void Rewind()
    {
        _at = _lines.Count;
        _draft = string.Empty;
    }

    /// <summary>The line before the one shown, or null; what was being typed is kept for the way back.</summary>
    public string? Older(string shown)
    {
        if (_at == 0)
            return null;
        if (_at == _lines.Count)
            _draft = shown;
        return _lines[--_at];
    }

    public string? Newer()
    {
        if (_at == _lines.Count)
            return null;
        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
