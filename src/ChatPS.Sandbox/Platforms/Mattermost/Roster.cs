namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Items by key, and in a fixed order that is worked out again only after a change: paging through many stays cheap.</summary>
internal sealed class Roster<T>(Func<T, string> key, Comparison<T> order)
    where T : class
{
    private readonly Dictionary<string, T> _byKey = [];
    private T[]? _sorted;

    public int Count => _byKey.Count;

    public T? this[string id] => _byKey.GetValueOrDefault(id);

    public T[] Sorted
    {
        get
        {
            if (_sorted is null)
            {
                _sorted = [.. _byKey.Values];
                Array.Sort(_sorted, order);
            }

            return _sorted;
        }
    }

    public bool Has(string id) => _byKey.ContainsKey(id);

    public void Add(T item)
    {
        _byKey[key(item)] = item;
        _sorted = null;
    }

    public bool Remove(string id)
    {
        _sorted = null;
        return _byKey.Remove(id);
    }

    /// <summary>To be called when what the order goes by has changed.</summary>
    public void Reorder() => _sorted = null;
}
