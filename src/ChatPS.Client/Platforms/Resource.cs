using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms;

/// <summary>What the resources of a platform have in common: they fill in operations, send them, and make objects of the answers.</summary>
internal abstract class Resource(Connection connection)
{
    protected Connection Connection => connection;

    /// <summary>An operation of the platform, to be filled in.</summary>
    protected ApiCall Call(string operation) => connection.Platform.Call(operation);

    /// <summary>The objects of a list, page by page as they are consumed.</summary>
    protected IAsyncEnumerable<TModel> List<TWire, TModel>(
        ApiCall call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        connection.Api.ListAsync(call.ToRequest(), window, type, map, context);

    /// <summary>The one object of an answer.</summary>
    protected async Task<TModel> SendAsync<TWire, TModel>(ApiCall call, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        map(await connection.Api.GetAsync(call.ToRequest(), type, context).ConfigureAwait(false));

    /// <summary>Sends what has no answer worth reading.</summary>
    protected Task SendAsync(ApiCall call, CallContext context) => connection.Api.SendAsync(call.ToRequest(), context);
}
