using System.Runtime.CompilerServices;
using ChatPS.Client.Http;
using ChatPS.Client.Streams;

namespace ChatPS.Tests.Client;

public sealed class StreamMergeTests
{
    [Fact]
    public async Task A_stream_that_fails_leaves_the_others_alone()
    {
        var items = await StreamMerge.ReadAsync<string>([_ => Of("a", "b"), _ => Failing("c"), _ => Of("d")], null, TimeProvider.System, CallContext.Silent).ToListAsync();
        Assert.Equal(["a", "b", "c", "d"], items.Select(i => i.Item).OfType<string>().Order());
        Assert.Equal(["a", "b"], items.Where(i => i.Source == 0).Select(i => i.Item));
        Assert.Equal((1, "gone"), Assert.Single(items, i => i.Error is not null) is var failed ? (failed.Source, failed.Error!.Message) : default);
    }

    [Fact]
    public async Task When_the_time_is_up_the_streams_end_and_it_is_no_error()
    {
        var clock = new HandClock();
        var ended = new TaskCompletionSource();
        var items = new List<string?>();
        await foreach (var item in StreamMerge.ReadAsync<string>([c => Endless("a", ended, c.Cancellation)], TimeSpan.FromMinutes(5), clock, CallContext.Silent))
        {
            items.Add(item.Item);
            clock.Ring();
        }
        Assert.Equal(["a"], items);
        Assert.Equal(TimeSpan.FromMinutes(5), clock.Due);
        await ended.Task;
    }

    [Fact]
    public async Task Who_has_enough_ends_them_all()
    {
        var ended = new TaskCompletionSource[] { new(), new() };
        await foreach (var item in StreamMerge.ReadAsync<string>(
            [.. ended.Select<TaskCompletionSource, Func<CallContext, IAsyncEnumerable<string>>>(e => c => Endless("a", e, c.Cancellation))], null, TimeProvider.System, CallContext.Silent))
            break;
        await Task.WhenAll(ended.Select(e => e.Task));
    }

    private static async IAsyncEnumerable<string> Of(params string[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<string> Failing(string item)
    {
        await Task.Yield();
        yield return item;
        throw new ChatException(ChatErrorReason.NotFound, "gone");
    }

    private static async IAsyncEnumerable<string> Endless(string item, TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            yield return item;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        finally
        {
            ended.SetResult();
        }
    }

    /// <summary>A clock whose one timer is over when the test says so.</summary>
    private sealed class HandClock : TimeProvider
    {
        private Action? _ring;

        public TimeSpan Due { get; private set; }

        public void Ring() => _ring!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Due, _ring) = (dueTime, () => callback(state));
            return new Bell();
        }

        private sealed class Bell : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
