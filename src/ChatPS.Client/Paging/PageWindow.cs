namespace ChatPS.Client.Paging;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="First">How many items; null for all of them.</param>
/// <param name="Skip">How many to leave out at the beginning.</param>
internal sealed record PageWindow(long? First = null, long Skip = 0)
{
    public static PageWindow All { get; } = new();

    /// <summary>How many items a page should have so that no more than needed is fetched.</summary>
    public int PageSize(int max) => (int)Math.Clamp(First is { } first ? first + Skip : max, 1, max);

    /// <summary>The window's part of a list that the server can't cut itself.</summary>
    public async IAsyncEnumerable<T> Cut<T>(IAsyncEnumerable<T> items)
    {
        var (skip, left) = (Skip, First ?? long.MaxValue);
        if (left <= 0)
            yield break;
        await foreach (var item in items.ConfigureAwait(false))
        {
            if (skip-- > 0)
                continue;
            yield return item;
            if (--left == 0)
                yield break;
        }
    }
}
