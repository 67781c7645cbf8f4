namespace ChatPS.Tests.Client;

/// <summary>
/// A clock on which every wait is over at once, and as late as it was to be: tests of long waits take no time and do
/// not depend on how busy the machine is.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    // A wait is counted from the time its caller saw, which others may have moved on since.
    private readonly AsyncLocal<long> _seen = new();
    private long _ticks = start.UtcTicks;

    /// <summary>Whether something is under way that time shall not leap over: an answer would seem to have taken as long.</summary>
    public Func<bool> IsBusy { get; set; } = () => false;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => _seen.Value = Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Jump(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>How long a task took by this clock.</summary>
    public async Task<TimeSpan> TimeAsync(Task task)
    {
        var began = start;
        await task;
        return GetUtcNow() - began;
    }

    // What the server has sent still has to be read.
    private void AwaitQuiet()
    {
        if (IsBusy())
        {
            SpinWait.SpinUntil(() => !IsBusy(), TimeSpan.FromSeconds(2));
            Thread.Sleep(10);
        }
    }

    private void JumpTo(long ticks)
    {
        for (var now = Interlocked.Read(ref _ticks); now < ticks; now = Interlocked.Read(ref _ticks))
            Interlocked.CompareExchange(ref _ticks, ticks, now);
    }

    private sealed class Jump(JumpingClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            var due = (clock._seen.Value is > 0 and var seen ? seen : clock.GetTimestamp()) + dueTime.Ticks;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                clock.AwaitQuiet();
                clock.JumpTo(due);
                if (Volatile.Read(ref _disposed) == 0)
                    callback(state);
            });
            return true;
        }

        public void Dispose() => Volatile.Write(ref _disposed, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
