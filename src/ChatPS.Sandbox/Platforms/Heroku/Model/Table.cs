using System.Collections;

namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>Resources of one kind, found by id or by another name that is theirs alone.</summary>
internal sealed class Table<T>(Func<T, string?>? name = null) : IEnumerable<T>
    where T : Entity
{
    private readonly Dictionary<string, T> _items = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _items.Count;

    public void Add(T item) => _items.Add(item.Id, item);

    public bool Remove(T item) => _items.Remove(item.Id);

    /// <summary>The one with that id or name, in any case; null when there is none.</summary>
    public T? Find(string? identity) => identity is null ? null
        : _items.GetValueOrDefault(identity)
        ?? (name is null ? null : this.FirstOrDefault(item => identity.Equals(name(item), StringComparison.OrdinalIgnoreCase)));

    public IEnumerator<T> GetEnumerator() => _items.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
