using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What was measured of fleets.</summary>
internal sealed class HathoraFleetMetrics(Connection connection) : HathoraFleetResource(connection), IFleetMetricReader
{
    public IAsyncEnumerable<ChatFleetMetric> ListAsync(string? team, string fleet, string? region, MetricQuery query, PageWindow window, CallContext context) =>
        HathoraMetrics.ListAsync(window, () => ReadAsync(team, fleet, region is null ? null : Names.Region(region), query, context));

    private async Task<IEnumerable<ChatFleetMetric>> ReadAsync(string? team, string fleet, string? region, MetricQuery query, CallContext context)
    {
        var found = await FindAsync(team, fleet, context).ConfigureAwait(false);
        var call = region is null ? Call(GetFleetMetrics, found) : Call(GetFleetRegionMetrics, found).Path("region", region);
        return await SendAsync(
            call.Measured(query),
            HathoraJson.Default.DictionaryStringMetricValueArray,
            answer => HathoraMetrics.Flatten(answer, (name, time, value) => new ChatFleetMetric
            {
                Session = Connection.Session,
                FleetId = found.Id,
                TeamId = found.TeamId,
                Region = region,
                Name = name,
                Timestamp = time,
                Value = value,
            }), context).ConfigureAwait(false);
    }
}
