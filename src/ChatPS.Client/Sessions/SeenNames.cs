namespace ChatPS.Client.Sessions;

/// <summary>The names of what a session has shown lately, for completion. Bounded: the oldest go first.</summary>
internal sealed class SeenNames
{
    private const int Most = 2000;

    private readonly Dictionary<string, (HashSet<string> Known, Queue<string> Order)> _kinds = [];

    public void Add(string kind, string name)
    {
        lock (_kinds)
        {
            if (!_kinds.TryGetValue(kind, out var names))
                _kinds[kind] = names = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>());
            if (!names.Known.Add(name))
                return;
            names.Order.Enqueue(name);
            if (names.Order.Count > Most)
                names.Known.Remove(names.Order.Dequeue());
        }
    }

    public IReadOnlyList<string> Names(string kind)
    {
        lock (_kinds)
            return _kinds.TryGetValue(kind, out var names) ? [.. names.Known] : [];
    }
}
