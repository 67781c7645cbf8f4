using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what apps can run on.</summary>
internal interface IStackReader : IItemReader<ChatStack>
{
    /// <summary>Those that a certain app can run on.</summary>
    IAsyncEnumerable<ChatStack> ListForAppAsync(string app, PageWindow window, CallContext context);
}
