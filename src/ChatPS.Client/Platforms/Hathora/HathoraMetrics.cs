using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>How measurements are asked for, and how they come: for each thing that was measured a list of its values.</summary>
internal static class HathoraMetrics
{
    /// <summary>The call with what is asked for.</summary>
    public static ApiCall Measured(this ApiCall call, MetricQuery query) => call
        .Query("metrics", query.Names)
        .Query("start", Seconds(query.Since))
        .Query("end", Seconds(query.Until))
        .Query("step", query.Step is { } step ? (long)Math.Ceiling(step.TotalSeconds) : null);

    /// <summary>The single values, in the order in which they came.</summary>
    /// <param name="answer">The lists.</param>
    /// <param name="make">Makes an object of a value: its name, its time and itself.</param>
    public static IEnumerable<T> Flatten<T>(Dictionary<string, Wire.MetricValue[]> answer, Func<string, DateTimeOffset, double, T> make) =>
        from series in answer
        from sample in series.Value ?? []
        select make(series.Key, DateTimeOffset.UnixEpoch.AddSeconds(sample.Timestamp), sample.Value);

    /// <summary>The wanted part of what comes in one answer.</summary>
    public static IAsyncEnumerable<T> ListAsync<T>(PageWindow window, Func<Task<IEnumerable<T>>> read)
    {
        return window.Cut(AllAsync());

        async IAsyncEnumerable<T> AllAsync()
        {
            foreach (var item in await read().ConfigureAwait(false))
                yield return item;
        }
    }

    private static decimal? Seconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() / 1000m;
}
