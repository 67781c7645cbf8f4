namespace ChatPS.Client.Streams;

/// <summary>
/// What was shown of a log lately. A log that is read on after a break begins with lines from before it: here they are told
/// from those that are new. Lines need not come in the same order again; those without a time are known by the one that they follow.
/// </summary>
/// <param name="capacity">How many lines to remember: as many as a log is asked for after a break.</param>
internal sealed class LogOverlap(int capacity) : ILogMemory
{
    // Enough to be found in one place only.
    private const int LongestSequence = 100;

    private readonly Queue<(Key Key, DateTimeOffset? Time)> _shown = new();
    private readonly Dictionary<Key, int> _expected = [];
    private DateTimeOffset _since;
    private DateTimeOffset? _last;
    private Key? _anchor;
    private bool _isAnchorOld;
    private bool _hasResumed;
    private LogSequence? _sequence;
    private int _passed;

    /// <summary>When nothing was shown before a break: the time before which lines are not wanted.</summary>
    public DateTimeOffset Start { get; set; } = DateTimeOffset.MinValue;

    /// <summary>After a break: whether the log begins later than what was shown last, so that something between may be missing.</summary>
    public bool HasGap { get; private set; }

    /// <summary>The log begins again, with lines that may have been shown.</summary>
    public void Resume()
    {
        _hasResumed = true;
        HasGap = false;
        _anchor = null;
        _expected.Clear();
        foreach (var (key, _) in _shown)
            _expected[key] = _expected.GetValueOrDefault(key) + 1;
        _since = _shown.FirstOrDefault(line => line.Time is not null).Time ?? Start;
        // Without any time a line is known by its place alone.
        _sequence = _shown.Count > 0 && _shown.All(line => line.Time is null)
            ? new LogSequence([.. _shown.TakeLast(LongestSequence).Select(line => line.Key.Odd)])
            : null;
        _passed = 0;
    }

    /// <summary>Whether a line has not been shown yet. From now on it has.</summary>
    public bool IsNew(ChatLog line)
    {
        if (_sequence is { } sequence)
        {
            var isFound = sequence.EndsWith(line.Raw);
            if (!isFound && ++_passed < capacity)
                return false;
            // All that follows is new: what was shown last stands before it, or the log has moved on too far to have it still.
            (_sequence, _hasResumed, HasGap) = (null, false, !isFound);
            if (isFound)
                return false;
        }
        var isFirst = _anchor is null && line.Timestamp is not null;
        var key = line.Timestamp is null && _anchor is { } anchor ? anchor with { Number = anchor.Number + 1, Odd = line.Raw } : KeyOf(line);
        _anchor = line.Timestamp is null && _anchor is null ? null : key;
        if (_hasResumed && IsKnown(key, line))
            return false;
        HasGap |= _hasResumed && isFirst && _shown.Count > 0 && line.Timestamp > _last;
        _shown.Enqueue((key, line.Timestamp));
        if (_shown.Count > capacity)
            _shown.Dequeue();
        if (line.Timestamp > (_last ?? DateTimeOffset.MinValue))
            _last = line.Timestamp;
        return true;
    }

    private static Key KeyOf(ChatLog line) => line.Timestamp is null ? new Key("", 1, line.Raw) : new Key(line.Raw, 0, "");

    private bool IsKnown(Key key, ChatLog line)
    {
        // What comes before the first time is the rest of something that began before.
        if (_anchor is null)
            key = _expected.Keys.FirstOrDefault(known => known.Number > 0 && known.Odd == line.Raw, key);
        var isExpected = _expected.TryGetValue(key, out var count) && count > 0;
        if (isExpected)
            _expected[key] = count - 1;
        if (line.Timestamp is { } time)
            _isAnchorOld = !isExpected && time < _since;
        return isExpected || (_anchor is not null && _isAnchorOld);
    }

    /// <summary>A line with a time is known by itself; one without by that line, how far after it comes, and what it says.</summary>
    private readonly record struct Key(string Line, int Number, string Odd);
}
