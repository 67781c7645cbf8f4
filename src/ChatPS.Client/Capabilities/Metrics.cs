using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which measurements are wanted; what is null the platform decides.</summary>
internal sealed record MetricQuery
{
    /// <summary>What was measured.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The time between two measurements.</summary>
    public TimeSpan? Step { get; init; }
}

internal interface IProcessMetricReader
{
    IAsyncEnumerable<ChatProcessMetric> ListAsync(string app, string process, MetricQuery query, PageWindow window, CallContext context);
}

internal interface IFleetMetricReader
{
    /// <param name="team">The id or name of the organization that the fleet belongs to; null for the session's.</param>
    /// <param name="fleet">The fleet's id or name.</param>
    /// <param name="region">The region; null for the fleet as a whole.</param>
    /// <param name="query">Which measurements are wanted.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatFleetMetric> ListAsync(string? team, string fleet, string? region, MetricQuery query, PageWindow window, CallContext context);
}
