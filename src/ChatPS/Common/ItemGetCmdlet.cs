using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>A cmdlet that gets what belongs to the account or to the platform as a whole.</summary>
public abstract class ItemGetCmdlet : OrderedGetCmdlet
{
    private protected ItemGetCmdlet()
    {
    }

    /// <summary>Writes all there are, the ones that were named, or those whose names fit.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    private protected void WriteItems<T>(Identity[]? items, Func<T, string?[]> names)
    {
        foreach (var item in items ?? [null!])
        {
            Guard(item?.Value, () =>
            {
                var reader = Require<IItemReader<T>>(item);
                WriteItems(item is null ? null : [item], reader.ListAsync, reader.GetAsync, names);
            });
        }
    }
}
