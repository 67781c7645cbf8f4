namespace ChatPS.Client.Platforms.Gitter;

/// <summary>
/// What was shown of a room lately, and from where to go on after a break. Ids of one second do not tell in which order they were given,
/// so one goes on from a little before the last of them, and leaves out what is known.
/// </summary>
internal sealed class GitterOverlap
{
    /// <summary>How many come again after a break.</summary>
    public const int Width = 20;

    // More than can come by two ways at the same time: a stream that is behind is not read any further.
    private const int MostKnown = 10_000;

    private static readonly string Beginning = new('0', 24);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Queue<string> _last = new();
    private string _start = Beginning;

    /// <summary>The id from which to go on.</summary>
    public string Anchor => _last.Count == Width ? _last.Min(StringComparer.Ordinal)! : _start;

    /// <summary>Begins with what comes from now on.</summary>
    /// <param name="latest">The ids of the last <see cref="Width"/> that are there already, or of all when they are fewer.</param>
    public void Begin(IEnumerable<string> latest)
    {
        foreach (var id in latest)
            IsNew(id);
    }

    /// <summary>Begins with what came after something.</summary>
    public void BeginAfter(string id) => _start = id;

    /// <summary>Whether something has not been shown yet. From now on it has.</summary>
    public bool IsNew(string id)
    {
        if (!_known.Add(id))
            return false;
        _order.Enqueue(id);
        _last.Enqueue(id);
        if (_order.Count > MostKnown)
            _known.Remove(_order.Dequeue());
        if (_last.Count > Width)
            _last.Dequeue();
        return true;
    }
}
