using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms;

/// <summary>Lists as wholes: what is looked for in them, where a platform has no operation that reads a single thing, and what comes before them.</summary>
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

    /// <summary>A list that can only be asked for when something else is known, such as the id of a name: that is looked for when the first item is wanted.</summary>
    /// <param name="list">Finds out, and gives the list; null when there is none.</param>
    /// <param name="cancellation">Ends both.</param>
    public static async IAsyncEnumerable<T> LaterAsync<T>(Func<Task<IAsyncEnumerable<T>?>> list, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (await list().ConfigureAwait(false) is not { } found)
            yield break;
        await foreach (var item in found.WithCancellation(cancellation).ConfigureAwait(false))
            yield return item;
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
