namespace ChatPS.Sandbox;

/// <summary>In which form a refused request is told how long to wait.</summary>
public enum SandboxRetryAfter
{
    /// <summary>A number of seconds.</summary>
    Seconds,

    /// <summary>An HTTP date.</summary>
    Date,

    /// <summary>Not at all.</summary>
    Absent,
}

/// <summary>
/// What goes wrong with a service, switchable while it runs. Counted faults are spent in this order: dropped connection, server error,
/// rate limit, cut body, stalled body; each request meets at most one of them.
/// </summary>
public sealed class SandboxFaults
{
    private readonly object _gate = new();
    private int _drops, _failures, _failureStatus = 503, _failEvery, _seen, _limited, _cuts, _stalls, _lost;
    private SandboxRetryAfter _retryAfterForm;
    private TimeSpan _retryAfter;
    private TaskCompletionSource _streams = NewEnd();

    /// <summary>Which requests meet the counted faults and the latency, by method and path; all when null.</summary>
    public Func<string, string, bool>? AppliesTo { get; set; }

    /// <summary>Operations that the server doesn't know, by method and path, as an older version wouldn't; null for none.</summary>
    public Func<string, string, bool>? Unknown { get; set; }

    /// <summary>How long each answer is held back, by the real clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The most items a page holds, however many the client asks for; null for the platform's own maximum.</summary>
    public int? MaxPageSize { get; set; }

    /// <summary>Pages have the platform's default size whatever the client asks for.</summary>
    public bool IgnorePageSize { get; set; }

    /// <summary>The page (0 is the first) that comes with <see cref="ShortPageMissing"/> items fewer though more pages follow; null for none.</summary>
    public int? ShortPage { get; set; }

    /// <summary>How many items <see cref="ShortPage"/> lacks at its end, as when a server filters after it has cut the page.</summary>
    public int ShortPageMissing { get; set; } = 1;

    /// <summary>How many items a stream brings before the server ends it, as a client that must come again meets it; null for no end.</summary>
    public int? StreamItems { get; set; }

    /// <summary>Ends the streams that are open at this moment; a websocket breaks off without a word of farewell.</summary>
    public void EndStreams()
    {
        lock (_gate)
        {
            _streams.SetResult();
            _streams = NewEnd();
        }
    }

    /// <summary>The next items of open streams get lost on the way, as behind a proxy that is in trouble.</summary>
    /// <param name="count">How many.</param>
    public void LoseNext(int count)
    {
        lock (_gate)
            _lost = count;
    }

    /// <summary>The next requests are answered 429 in the platform's own form.</summary>
    /// <param name="count">How many.</param>
    /// <param name="form">How Retry-After is written.</param>
    /// <param name="retryAfter">How long to wait; one second when null.</param>
    public void LimitNext(int count, SandboxRetryAfter form = SandboxRetryAfter.Seconds, TimeSpan? retryAfter = null)
    {
        lock (_gate)
            (_limited, _retryAfterForm, _retryAfter) = (count, form, retryAfter ?? TimeSpan.FromSeconds(1));
    }

    /// <summary>The next requests are answered with a server error in the platform's own form, and nothing is done.</summary>
    /// <param name="count">How many.</param>
    /// <param name="status">The status, 500 to 599.</param>
    public void FailNext(int count, int status = 503)
    {
        lock (_gate)
            (_failures, _failureStatus) = (count, status);
    }

    /// <summary>Every so many requests, one is answered with a server error.</summary>
    /// <param name="interval">2 for every second request; 0 for none.</param>
    /// <param name="status">The status, 500 to 599.</param>
    public void FailEvery(int interval, int status = 503)
    {
        lock (_gate)
            (_failEvery, _failureStatus, _seen) = (interval, status, 0);
    }

    /// <summary>The next requests are read and their connections closed without an answer; nothing is done.</summary>
    /// <remarks>HttpClient repeats a request by itself when a kept-alive connection ends this way, so one call may spend several.</remarks>
    /// <param name="count">How many.</param>
    public void DropNext(int count)
    {
        lock (_gate)
            _drops = count;
    }

    /// <summary>The next answers promise their whole length, bring half and then the connection breaks. The request was carried out.</summary>
    /// <param name="count">How many.</param>
    public void CutNext(int count)
    {
        lock (_gate)
            _cuts = count;
    }

    /// <summary>The next answers stop halfway and stay silent until the client goes away. The request was carried out.</summary>
    /// <param name="count">How many.</param>
    public void StallNext(int count)
    {
        lock (_gate)
            _stalls = count;
    }

    /// <summary>Switches everything off.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _drops = _failures = _failEvery = _seen = _limited = _cuts = _stalls = _lost = 0;
            Latency = TimeSpan.Zero;
            (MaxPageSize, IgnorePageSize, ShortPage, ShortPageMissing, StreamItems) = (null, false, null, 1, null);
            (AppliesTo, Unknown) = (null, null);
        }
    }

    /// <summary>The fault that the next request meets.</summary>
    internal Fault Next(string method, string path)
    {
        lock (_gate)
        {
            if (AppliesTo is { } applies && !applies(method, path))
                return default;
            if (Spend(ref _drops))
                return new(FaultKind.Drop);
            if (_failEvery > 0 && ++_seen % _failEvery == 0 || Spend(ref _failures))
                return new(FaultKind.Fail, _failureStatus);
            if (Spend(ref _limited))
                return new(FaultKind.Limit, 429, _retryAfterForm, _retryAfter);
            if (Spend(ref _cuts))
                return new(FaultKind.Cut);
            return Spend(ref _stalls) ? new(FaultKind.Stall) : default;
        }
    }

    /// <summary>Completes when the streams that are open now are ended.</summary>
    internal Task StreamsEnd
    {
        get
        {
            lock (_gate)
                return _streams.Task;
        }
    }

    /// <summary>Whether an item that is due is the one that gets lost.</summary>
    internal bool LosesItem()
    {
        lock (_gate)
            return Spend(ref _lost);
    }

    internal TimeSpan LatencyOf(string method, string path) => AppliesTo?.Invoke(method, path) == false ? TimeSpan.Zero : Latency;

    /// <summary>The page size a service goes by: what was asked for, unless a switch says otherwise.</summary>
    internal int PageSize(int asked, int whenIgnored) =>
        IgnorePageSize ? whenIgnored : MaxPageSize is { } max ? Math.Min(asked, max) : asked;

    /// <summary>One page of a list under these switches; <paramref name="skip"/> and <paramref name="size"/> as <see cref="PageSize"/> gave it.</summary>
    internal IEnumerable<T> Page<T>(IEnumerable<T> items, int skip, int size) =>
        items.Skip(skip).Take(ShortPage is { } page && size > 0 && skip / size == page ? Math.Max(0, size - ShortPageMissing) : size);

    private static TaskCompletionSource NewEnd() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static bool Spend(ref int count)
    {
        if (count <= 0)
            return false;
        count--;
        return true;
    }
}

internal enum FaultKind
{
    None,
    Drop,
    Fail,
    Limit,
    Cut,
    Stall,
}

internal readonly record struct Fault(FaultKind Kind, int Status = 0, SandboxRetryAfter RetryAfterForm = default, TimeSpan RetryAfter = default);
