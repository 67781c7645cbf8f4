using System.Net.Sockets;
using ChatPS.Client.Latency;

namespace ChatPS.Tests.Client;

/// <summary>Distances of a test's own making: nothing here depends on how fast the machine is.</summary>
public sealed class RegionMeterTests
{
    [Fact]
    public async Task The_best_try_counts_and_the_nearest_comes_first()
    {
        var connector = new Script
        {
            ["far"] = [Ms(300), Ms(280), Ms(290), Ms(310)],
            ["near"] = [Ms(90), Ms(9.5), Ms(12), Ms(11)],
            ["shy"] = [new SocketException((int)SocketError.HostUnreachable), Ms(50), Ms(60), Ms(55)],
        };
        var measured = await MeasureAsync(connector, "far", "near", "shy");
        Assert.Equal([("near", 9.5), ("shy", 50.0), ("far", 280.0)], measured.Select(r => (r.Name, r.Latency!.Value)));
        Assert.All(measured, r => Assert.Null(r.UnreachableReason));
        Assert.Equal(12, connector.Asked);
    }

    [Fact]
    public async Task Those_that_cannot_be_reached_come_last_and_say_why()
    {
        var refused = new SocketException((int)SocketError.ConnectionRefused);
        var connector = new Script
        {
            ["gone"] = [refused, refused, refused, refused],
            ["there"] = [Ms(400), Ms(400), Ms(400), Ms(400)],
            ["absurd"] = [new ArgumentOutOfRangeException("port"), refused, refused, new ArgumentOutOfRangeException("port")],
        };
        var measured = await MeasureAsync(connector, "gone", "there", "absurd");
        Assert.Equal(["there", "absurd", "gone"], measured.Select(r => r.Name));
        Assert.Equal((null, refused.Message), (measured[2].Latency, measured[2].UnreachableReason));
        Assert.Contains("port", measured[1].UnreachableReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_never_answers_is_given_up_and_holds_nobody_back()
    {
        var connector = new Script
        {
            ["silent"] = [Timeout.InfiniteTimeSpan],
            ["tired"] = [Ms(20), Timeout.InfiniteTimeSpan],
            ["there"] = [Ms(30), Ms(30), Ms(30), Ms(30)],
        };
        var measured = await MeasureAsync(connector, "silent", "tired", "there");
        Assert.Equal("silent", measured[2].Name);
        Assert.Equal((null, "No answer within 3 seconds."), (measured[2].Latency, measured[2].UnreachableReason));
        Assert.Equal((20.0, null), measured.Where(r => r.Name == "tired").Select(r => (r.Latency, r.UnreachableReason)).Single());
    }

    [Fact]
    public async Task All_are_under_way_at_the_same_time()
    {
        var connector = new Meeting(14);
        var measured = await MeasureAsync(connector, [.. Enumerable.Range(0, 14).Select(i => $"r{i:00}")]);
        Assert.Equal(14, measured.Count(r => r.Latency == 1));
        Assert.Equal(measured.Select(r => r.Name).Order(), measured.Select(r => r.Name));
    }

    [Fact]
    public async Task Whoever_cancels_is_heard()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var meter = new RegionMeter(new Script { ["silent"] = [Timeout.InfiniteTimeSpan] }, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => meter.MeasureAsync([Region("silent")], cancel.Token));
    }

    private static TimeSpan Ms(double value) => TimeSpan.FromMilliseconds(value);

    private static Task<IReadOnlyList<ChatRegion>> MeasureAsync(IConnector connector, params string[] names)
    {
        // On the other clock patience ends at once.
        var answersAll = connector is Meeting or Script { AnswersAll: true };
        var clock = answersAll ? TimeProvider.System : new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56));
        return new RegionMeter(connector, clock).MeasureAsync([.. names.Select(Region)], CancellationToken.None);
    }

    private static ChatRegion Region(string name) => new()
    {
        Session = new ChatSession(ChatPlatform.Hathora, new Uri("http://127.0.0.1/"), "test"),
        Id = name,
        Name = name,
        Host = name,
        Port = 1,
    };

    /// <summary>Gives each host its answers in turn: times, errors, or silence.</summary>
    private sealed class Script : Dictionary<string, object[]>, IConnector
    {
        private readonly Dictionary<string, int> _turns = [];
        private int _asked;

        public int Asked => _asked;

        public bool AnswersAll => !Values.Any(answers => answers.Contains(Timeout.InfiniteTimeSpan));

        public async Task<TimeSpan> ConnectAsync(string host, int port, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _asked);
            int turn;
            lock (_turns)
                _turns[host] = turn = _turns.GetValueOrDefault(host) + 1;
            switch (this[host][turn - 1])
            {
                case Exception e:
                    throw e;
                case TimeSpan time when time == Timeout.InfiniteTimeSpan:
                    await Task.Delay(time, cancellation);
                    return time;
                case var time:
                    return (TimeSpan)time;
            }
        }
    }

    /// <summary>Answers nobody until everybody has asked.</summary>
    private sealed class Meeting(int size) : IConnector
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public async Task<TimeSpan> ConnectAsync(string host, int port, CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref _here) == size)
                _all.SetResult();
            await _all.Task.WaitAsync(cancellation);
            return TimeSpan.FromMilliseconds(1);
        }
    }
}
