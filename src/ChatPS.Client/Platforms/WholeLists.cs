using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms;

/// <summary>Looks for things in their lists, where a platform has no operation that reads a single one.</summary>
internal static class WholeLists
{
    /// <summary>The first that is the one.</summary>
    /// <exception cref="ChatException">None is.</exception>
    public static async Task<T> FindAsync<T>(this IAsyncEnumerable<T> list, Func<T, bool> isTheOne, Func<ChatException> otherwise)
    {
        await foreach (var item in list.ConfigureAwait(false))
        {
            if (isTheOne(item))
                return item;
        }
        throw otherwise();
    }

    /// <summary>The ones that go by some names, in the order of the names, from one walk through the list. Case does not count.</summary>
    public static async Task<IReadOnlyList<Outcome<T>>> FindEachAsync<T>(
        this IAsyncEnumerable<T> list, IReadOnlyList<string> names, Func<T, string?[]> namesOf, Func<string, ChatException> otherwise) where T : class
    {
        var byName = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        await foreach (var item in list.ConfigureAwait(false))
        {
            foreach (var name in namesOf(item).OfType<string>())
                byName[name] = item;
        }
        return [.. names.Select(name => byName.TryGetValue(name, out var item) ? Outcome.Of(item) : Outcome.Failed<T>(otherwise(name)))];
    }
}
