using System.Diagnostics.CodeAnalysis;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Capabilities;
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

    /// <summary>The objects of a list whose operation takes a look at names first.</summary>
    protected IAsyncEnumerable<TModel> List<TWire, TModel>(
        Func<Task<ApiCall>> call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        WholeLists.LaterAsync(async () => List(await call().ConfigureAwait(false), window, type, map, context));

    /// <summary>The objects of a list that may have to be walked through in another way than the catalog says.</summary>
    protected IAsyncEnumerable<TModel> List<TWire, TModel>(
        ApiCall call, Pager? pager, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context)
    {
        var request = call.ToRequest();
        return connection.Api.ListAsync(request, pager ?? PagerFor(request), window, item => map(item.Deserialize(type)!), context);
    }

    /// <summary>The objects of a list that are made a page at a time, since something is looked up for all of it at once.</summary>
    /// <param name="call">What lists them.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="type">What an item is on the wire.</param>
    /// <param name="map">Makes the objects of a page.</param>
    /// <param name="context">The call.</param>
    /// <param name="pager">What walks through the list, if not in the way that the catalog says.</param>
    protected async IAsyncEnumerable<TModel> ListByPage<TWire, TModel>(
        ApiCall call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire[], Task<IEnumerable<TModel>>> map, CallContext context, Pager? pager = null)
    {
        var request = call.ToRequest();
        var pages = connection.Api.ListPagesAsync(request, pager ?? PagerFor(request), window, type, context);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var item in await map([.. page]).ConfigureAwait(false))
                yield return item;
        }
    }

    /// <summary>The one object of an answer.</summary>
    protected async Task<TModel> SendAsync<TWire, TModel>(ApiCall call, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        map(await ReadAsync(call, type, context).ConfigureAwait(false));

    /// <summary>An answer as it is.</summary>
    protected Task<TWire> ReadAsync<TWire>(ApiCall call, JsonTypeInfo<TWire> type, CallContext context) =>
        connection.Api.GetAsync(call.ToRequest(), type, context);

    /// <summary>Sends what has no answer worth reading.</summary>
    protected Task SendAsync(ApiCall call, CallContext context) => connection.Api.SendAsync(call.ToRequest(), context);

    /// <summary>Writes an answer to a stream as it comes, and tells how far it is.</summary>
    protected Task DownloadAsync(ApiCall call, Stream target, Action<long, long?>? report, CallContext context) =>
        connection.Api.SendAsync(call.ToRequest() with { Download = new ApiDownload(target, report) }, context);

    /// <summary>A secret, which is seen nowhere from now on.</summary>
    protected Secret? Masked(Secret? secret)
    {
        Connection.Mask.Add(secret);
        return secret;
    }

    /// <summary>A secret that a server gave, as objects have it: seen nowhere.</summary>
    protected SecureString? Kept(string? secret)
    {
        if (secret is { Length: > 0 })
            Connection.Mask.Add(new Secret(secret));
        return Secret.Keep(secret);
    }

    /// <summary>An address, of which the user name and the password that may be in it are seen nowhere from now on.</summary>
    [return: NotNullIfNotNull(nameof(address))]
    protected string? Masked(string? address)
    {
        Connection.Mask.AddUserOf(address);
        return address;
    }

    /// <summary>Sends a file to an address that an answer gave for it, and tells how far it is.</summary>
    /// <exception cref="ChatException">There is no such address, or the file did not get there whole.</exception>
    protected Task UploadAsync(FileUpload file, string method, string? address, CallContext context)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ChatException(ChatErrorReason.InvalidResponse, $"The server gave no address to upload '{file.Name}' to.");
        var body = new StreamBody(file.Open, (done, total) => context.Log.Progress($"Uploading {file.Name}", done, total));
        return connection.Api.SendAsync(ApiRequest.Elsewhere(method, uri) with { Body = body }, context);
    }

    private Pager PagerFor(ApiRequest request) => connection.Platform.PagerFor(request.Operation);
}
