using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What search engines have made of a server's messages.</summary>
internal interface ISearchIndexes
{
    /// <param name="engine">The engine, in the platform's word and any case.</param>
    /// <param name="context">The call.</param>
    Task ClearAsync(string engine, CallContext context);
}
