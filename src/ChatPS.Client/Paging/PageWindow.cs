namespace ChatPS.Client.Paging;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="First">How many items; null for all of them.</param>
/// <param name="Skip">How many to leave out at the beginning.</param>
internal sealed record PageWindow(long? First = null, long Skip = 0)
{
    public static PageWindow All { get; } = new();

    /// <summary>The member the server shall sort by; null for its own choice.</summary>
    public string? SortBy { get; init; }

    /// <summary>Whether the server shall begin at the end.</summary>
    public bool Descending { get; init; }

    /// <summary>Says no to an order that nobody can give.</summary>
    /// <exception cref="ChatException">One was asked for.</exception>
    public void RefuseOrder()
    {
        if (SortBy is not null || Descending)
            throw new ChatException(ChatErrorReason.NotSupported, "This list comes in the server's own order.")
            {
                Advice = "Leave -SortBy and -Descending out, and pipe the objects to Sort-Object.",
            };
    }

    /// <summary>How many items a page should have so that no more than needed is fetched.</summary>
    public int PageSize(int max) => (int)Math.Clamp(First is { } first ? first + Skip : max, 1, max);

    /// <summary>The window's part of a list that the server can't cut itself.</summary>
    public async IAsyncEnumerable<T> Cut<T>(IAsyncEnumerable<T> items)
    {
        RefuseOrder();
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
