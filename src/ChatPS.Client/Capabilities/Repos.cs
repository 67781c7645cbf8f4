using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

internal interface IRepoReader
{
    /// <param name="search">Words for the platform's own search; null for all.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatRepo> ListAsync(string? search, PageWindow window, CallContext context);
}
