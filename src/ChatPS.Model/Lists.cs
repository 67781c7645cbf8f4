namespace ChatPS;

/// <summary>Makes lists that scripts can work with.</summary>
internal static class Lists
{
    /// <summary>The same items as an array: of other lists that cannot be written to, [0] means all of it to PowerShell.</summary>
    public static IReadOnlyList<T> Indexable<T>(IReadOnlyList<T> items)
    {
        if (items is T[])
            return items;
        T[] result = [.. items];
        return result;
    }
}
