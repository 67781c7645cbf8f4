using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Where the machines of fleets are. There is no list of it: each region is asked for.</summary>
internal sealed class HathoraFleetRegions(Connection connection) : HathoraFleetResource(connection), IFleetRegionReader, IFleetRegionEditor
{
    public IAsyncEnumerable<ChatFleetRegion> ListAsync(string? team, string fleet, Func<string, bool> where, PageWindow window, CallContext context) =>
        window.Cut(EachAsync(team, fleet, where, context));

    public async Task<ChatFleetRegion> GetAsync(string? team, string fleet, string region, CallContext context) =>
        await ReadAsync(await FindAsync(team, fleet, context).ConfigureAwait(false), Names.Region(region), context).ConfigureAwait(false);

    public async Task<ChatFleetRegion?> UpdateAsync(string? team, string fleet, string region, int nodeBaseline, bool wanted, CallContext context)
    {
        var found = await FindAsync(team, fleet, context).ConfigureAwait(false);
        await SendAsync(Call(UpdateFleetRegion, found).Path("region", region).Body("nodeBaseline", nodeBaseline), context).ConfigureAwait(false);
        return wanted ? await ReadAsync(found, Names.Region(region), context).ConfigureAwait(false) : null;
    }

    private async IAsyncEnumerable<ChatFleetRegion> EachAsync(string? team, string fleet, Func<string, bool> where, CallContext context)
    {
        var found = await FindAsync(team, fleet, context).ConfigureAwait(false);
        foreach (var region in Connection.Platform.Regions.Where(where))
            yield return await ReadAsync(found, region, context).ConfigureAwait(false);
    }

    private Task<ChatFleetRegion> ReadAsync(FleetRef fleet, string region, CallContext context) =>
        SendAsync(Call(GetFleetRegion, fleet).Path("region", region), HathoraJson.Default.FleetRegion, found => new ChatFleetRegion
        {
            Session = Connection.Session,
            Unnamed = found.Unnamed,
            FleetId = fleet.Id,
            TeamId = fleet.TeamId,
            Region = region,
            NodeBaseline = found.NodeBaseline,
            CloudMinVcpus = found.CloudMinVcpus,
            ScaleIncrementVcpus = found.ScaleIncrementVcpus,
            UpdatedAt = found.CloudMinVcpusUpdatedAt,
        }, context);
}
