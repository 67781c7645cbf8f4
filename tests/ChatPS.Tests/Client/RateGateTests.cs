using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Heroku;
using ChatPS.Client.RateLimits;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Client;

public sealed class RateGateTests
{
    private readonly JumpingClock _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Nothing_waits_while_no_limit_is_known()
    {
        var gate = new RateGate(null);
        for (var i = 0; i < 1000; i++)
            await PassAsync(gate, null);
        Assert.Null(gate.Read(_clock).Limit);
    }

    [Fact]
    public async Task A_documented_window_is_spent_and_then_waited_for()
    {
        var gate = new RateGate(new RateBudget(10, TimeSpan.FromMinutes(1)));
        var elapsed = await _clock.TimeAsync(RepeatAsync(25, () => PassAsync(gate, null)));
        Assert.InRange(elapsed.TotalSeconds, 120, 122);
        Assert.InRange(gate.Read(_clock).ThrottledTime.TotalSeconds, 119, 121);
    }

    [Fact]
    public async Task What_the_server_says_is_left_counts_more_than_what_we_sent()
    {
        var gate = new RateGate(new RateBudget(100, TimeSpan.FromMinutes(1)));
        // Somebody else has spent most of the window.
        await PassAsync(gate, () => new RateReading { Limit = 100, Remaining = 2, UntilFull = TimeSpan.FromSeconds(30) });
        var elapsed = await _clock.TimeAsync(RepeatAsync(3, () => PassAsync(gate, null)));
        Assert.InRange(elapsed.TotalSeconds, 30, 31);
    }

    [Fact]
    public async Task Windows_that_are_shorter_than_documented_are_followed()
    {
        var gate = new RateGate(new RateBudget(100, TimeSpan.FromMinutes(1)));
        var window = new Window(_clock, 20, TimeSpan.FromSeconds(2));
        var elapsed = await _clock.TimeAsync(RepeatAsync(100, () => PassAsync(gate, window.Reading, window)));
        Assert.Equal(0, window.Refused);
        Assert.InRange(elapsed.TotalSeconds, 8, 9);
    }

    [Fact]
    public async Task A_steady_bucket_is_followed_at_its_own_rate()
    {
        var server = new Bucket(_clock, perSecond: 10, size: 21);
        var gate = new RateGate(null);
        var elapsed = await _clock.TimeAsync(RepeatAsync(221, () => PassAsync(gate, server.Take)));
        Assert.Equal(0, server.Refused);
        // 21 at once, and 200 more at ten a second, give or take what the server's rounding hides at first.
        Assert.InRange(elapsed.TotalSeconds, 19, 26);
    }

    [Fact]
    public async Task A_bucket_that_tells_only_what_is_left_is_followed_at_its_documented_rate()
    {
        var server = new Bucket(_clock, perSecond: 1.25, size: 4500);
        var gate = new RateGate(new HerokuPlatform().Budget);
        var elapsed = await _clock.TimeAsync(RepeatAsync(5000, () => PassAsync(gate, () => server.Take() with { Limit = null, UntilFull = null })));
        Assert.Equal(0, server.Refused);
        // 4,500 at once, and 500 more at 75 a minute.
        Assert.InRange(elapsed.TotalSeconds, 395, 420);
    }

    [Fact]
    public async Task Requests_side_by_side_do_not_overrun_a_window()
    {
        var window = new Window(_clock, 50, TimeSpan.FromMinutes(5));
        var gate = new RateGate(new RateBudget(50, TimeSpan.FromMinutes(5)));
        var workers = Enumerable.Range(0, 8).Select(_ => RepeatAsync(20, () => PassAsync(gate, null, window))).ToArray();
        var elapsed = await _clock.TimeAsync(Task.WhenAll(workers));
        Assert.Equal(0, window.Refused);
        Assert.InRange(elapsed.TotalMinutes, 15, 15.75);
    }

    [Fact]
    public async Task An_answer_counts_from_when_it_came()
    {
        var gate = new RateGate(new RateBudget(2, TimeSpan.FromMinutes(5)));
        var (first, second) = (await gate.EnterAsync(_clock, CallContext.Silent), await gate.EnterAsync(_clock, CallContext.Silent));
        var came = _clock.GetUtcNow();
        gate.Leave(came, first, null);
        // Somebody waits for the window's end, which is when what was told long before gets to the gate.
        await Task.Delay(TimeSpan.FromMinutes(5), _clock);
        gate.Leave(came, second, new RateReading { Limit = 2, Remaining = 0, UntilFull = TimeSpan.FromMinutes(5) });
        Assert.InRange((await _clock.TimeAsync(PassAsync(gate, null))).TotalMinutes, 5, 5.1);
    }

    [Fact]
    public async Task An_answer_that_comes_after_its_window_says_nothing_of_the_next()
    {
        var gate = new RateGate(new RateBudget(10, TimeSpan.FromMinutes(5)));
        var slow = await gate.EnterAsync(_clock, CallContext.Silent);
        await RepeatAsync(10, () => PassAsync(gate, null));
        // The eleventh has waited for the next window, and now comes the answer to the first.
        gate.Leave(_clock.GetUtcNow(), slow, new RateReading { Limit = 10, Remaining = 0, UntilFull = TimeSpan.FromMinutes(5) });
        var elapsed = await _clock.TimeAsync(RepeatAsync(8, () => PassAsync(gate, null)));
        Assert.InRange(elapsed.TotalMinutes, 5, 5.1);
    }

    [Fact]
    public async Task Answers_that_overtake_one_another_do_not_add_to_what_is_left()
    {
        var gate = new RateGate(new RateBudget(20, TimeSpan.FromSeconds(20), RefillsSteadily: true));
        await PassAsync(gate, () => new RateReading { Remaining = 4, RefillsSteadily = true });
        var (first, second) = (await gate.EnterAsync(_clock, CallContext.Silent), await gate.EnterAsync(_clock, CallContext.Silent));
        gate.Leave(_clock.GetUtcNow(), second, new RateReading { Remaining = 2, RefillsSteadily = true });
        gate.Leave(_clock.GetUtcNow(), first, new RateReading { Remaining = 3, RefillsSteadily = true });
        var elapsed = await _clock.TimeAsync(RepeatAsync(3, () => PassAsync(gate, null)));
        Assert.InRange(elapsed.TotalSeconds, 0.9, 1.1);
    }

    [Fact]
    public async Task A_closed_gate_holds_everybody_back()
    {
        var gate = new RateGate(null);
        gate.Close(_clock, TimeSpan.FromSeconds(12));
        var elapsed = await _clock.TimeAsync(Task.WhenAll(PassAsync(gate, null), PassAsync(gate, null)));
        Assert.InRange(elapsed.TotalSeconds, 12, 13);
    }

    [Fact]
    public async Task Waiting_ends_with_the_call()
    {
        var gate = new RateGate(null);
        var clock = new FakeTimeProvider();
        gate.Close(clock, TimeSpan.FromHours(1));
        using var stop = new CancellationTokenSource();
        var wait = gate.EnterAsync(clock, CallContext.Silent with { Cancellation = stop.Token }).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void Sessions_of_one_account_share_a_gate_and_others_do_not()
    {
        var name = Guid.NewGuid().ToString();
        var gate = RateGates.For(name, null);
        Assert.Same(gate, RateGates.For(name, null));
        Assert.NotSame(gate, RateGates.For(name + "x", null));
    }

    private static async Task RepeatAsync(int times, Func<Task> step)
    {
        for (var i = 0; i < times; i++)
            await step();
    }

    private async Task PassAsync(RateGate gate, Func<RateReading>? answer, Window? window = null)
    {
        var number = await gate.EnterAsync(_clock, CallContext.Silent);
        window?.Take();
        await Task.Yield();
        gate.Leave(_clock.GetUtcNow(), number, answer?.Invoke());
    }

    /// <summary>A server that counts steadily: so many a second, some at once, and the time until full rounded up.</summary>
    private sealed class Bucket(TimeProvider clock, double perSecond, int size)
    {
        private readonly int _size = size;
        private double _tokens = size;
        private DateTimeOffset _at = clock.GetUtcNow();

        public int Refused { get; private set; }

        public RateReading Take()
        {
            var now = clock.GetUtcNow();
            _tokens = Math.Min(_size, _tokens + ((now - _at).TotalSeconds * perSecond));
            _at = now;
            if (_tokens < 1)
                Refused++;
            else
                _tokens--;
            return new RateReading
            {
                Limit = _size,
                Remaining = Math.Floor(_tokens),
                UntilFull = TimeSpan.FromSeconds(Math.Ceiling((_size - _tokens) / perSecond)),
                RefillsSteadily = true,
            };
        }
    }

    /// <summary>A server that counts by windows, each begun by the first request in it.</summary>
    private sealed class Window(TimeProvider clock, int limit, TimeSpan length)
    {
        private DateTimeOffset _ends;
        private int _taken;

        public int Refused { get; private set; }

        public RateReading Reading()
        {
            lock (this)
                return new RateReading { Limit = limit, Remaining = Math.Max(0, limit - _taken), UntilFull = _ends - clock.GetUtcNow() };
        }

        public void Take()
        {
            lock (this)
            {
                var now = clock.GetUtcNow();
                if (now >= _ends)
                    (_ends, _taken) = (now + length, 0);
                if (++_taken > limit)
                    Refused++;
            }
        }
    }
}
