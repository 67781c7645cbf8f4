using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using Microsoft.Extensions.Time.Testing;

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

    /// <summary>Lets the clock run until a task is done, and tells how long that was by the clock.</summary>
    public static async Task<TimeSpan> RunAsync(this FakeTimeProvider clock, Task task)
    {
        var began = clock.GetUtcNow();
        while (!task.IsCompleted)
        {
            // What waits for the clock must get to its wait first: requests run in real time.
            await Task.WhenAny(task, Task.Delay(5));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }
        await task;
        return clock.GetUtcNow() - began;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
