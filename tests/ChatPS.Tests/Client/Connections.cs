using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

/// <summary>Opens connections for tests of the client below the cmdlets.</summary>
internal static class Connections
{
    public static async Task<Connection> OpenAsync(ChatPlatform platform, Uri uri, TimeProvider? clock = null, string? token = null, ChatRetryPolicy? retry = null)
    {
        var session = await Connection.OpenAsync(new ConnectOptions
        {
            Platform = platform,
            Uri = uri,
            // Tokens of a test's own, so that no two tests share a rate gate.
            Token = new Secret(token ?? Guid.NewGuid().ToString("N")),
            Retry = retry,
        }, clock ?? TimeProvider.System, CallContext.Silent);
        return Connection.Of(session);
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
