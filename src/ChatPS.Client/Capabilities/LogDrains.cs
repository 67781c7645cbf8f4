using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A place that an app's log shall be sent to.</summary>
/// <param name="Url">The address.</param>
internal sealed record NewLogDrain(string Url);

/// <summary>What add-ons may do with the places that logs are sent to.</summary>
internal interface IAddonLogDrains
{
    /// <param name="addon">The add-on's id or name.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatLogDrain> ListAsync(string addon, PageWindow window, CallContext context);

    /// <param name="addon">The id or name of the add-on that the drain belongs to.</param>
    /// <param name="drain">The drain's id or address.</param>
    /// <param name="context">The call.</param>
    Task<ChatLogDrain> GetAsync(string addon, string drain, CallContext context);

    /// <param name="addon">The id or name of the add-on that the drain belongs to.</param>
    /// <param name="drain">The drain's id or address.</param>
    /// <param name="url">Its new address.</param>
    /// <param name="context">The call.</param>
    Task<ChatLogDrain> UpdateAsync(string addon, string drain, string url, CallContext context);
}
