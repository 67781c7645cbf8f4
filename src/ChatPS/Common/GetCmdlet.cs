using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Common;

/// <summary>A cmdlet that lists things, of which -First, -Skip and -IncludeTotalCount may take a part.</summary>
public abstract class GetCmdlet : SessionCmdlet
{
    private protected GetCmdlet()
    {
    }

    private bool HasLimit => PagingParameters.First < long.MaxValue;

    private protected long? First => HasLimit ? (long)PagingParameters.First : null;

    /// <summary>The order in which the list shall come.</summary>
    private protected virtual PageWindow Ordered(PageWindow window) => window;

    private protected long Skip => (long)Math.Min(PagingParameters.Skip, long.MaxValue);

    /// <summary>
    /// Writes a list: cut by the server to what -First and -Skip ask for, or, when only some of its items fit, filtered
    /// here and fetched until there are enough.
    /// </summary>
    private protected long WriteList<T>(
        Func<PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<T, bool>? where = null,
        Func<CallContext, Task<long?>>? count = null)
    {
        WriteTotal(where is null ? count : null);
        if (First == 0)
            return 0;
        if (where is null)
            return WriteEach(context => list(Ordered(new PageWindow(First, Skip)), context));
        var skip = Skip;
        return WriteEach(context => list(Ordered(PageWindow.All), context), item => where(item) && skip-- <= 0, First ?? long.MaxValue);
    }

    /// <summary>Writes what was asked for: all of a list, those of it whose names fit a pattern, or each that was named.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="list">Lists them.</param>
    /// <param name="get">Gets one by its id or name.</param>
    /// <param name="names">The names of one that a pattern may fit.</param>
    /// <param name="where">What else one must be; null for nothing.</param>
    private protected void WriteItems<T>(
        Identity[]? items,
        Func<PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<string, CallContext, Task<T>> get,
        Func<T, string?[]> names,
        Func<T, bool>? where = null)
    {
        if (items is null)
            WriteList(list, where);
        foreach (var item in items ?? [])
        {
            Guard(item, () =>
            {
                if (item.IsPattern)
                    WriteList(list, found => item.Fits(names(found)) && where?.Invoke(found) != false);
                else if (Await(get(item.Literal, Context)) is var found && where?.Invoke(found) != false)
                    Write(found);
            });
        }
    }

    /// <summary>The same for what belongs to the account or to the platform as a whole, for each of what was asked for by itself.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one that a pattern may fit.</param>
    private protected void WriteItemsOf<T>(Identity[]? items, Func<T, string?[]> names)
    {
        foreach (var item in items ?? [null!])
        {
            Guard(item, () =>
            {
                var reader = Require<IItemReader<T>>(item);
                WriteItems(item is null ? null : [item], reader.ListAsync, reader.GetAsync, names);
            });
        }
    }

    /// <summary>Writes how many there are when -IncludeTotalCount asks for it, or that it isn't known.</summary>
    private protected void WriteTotal(Func<CallContext, Task<long?>>? count = null)
    {
        if (!PagingParameters.IncludeTotalCount)
            return;
        var total = count is null ? null : Await(count(Context));
        WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
    }
}
