using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The machines of fleets.</summary>
internal sealed class HathoraNodes(Connection connection) : HathoraFleetResource(connection), INodeReader
{
    public IAsyncEnumerable<ChatNode> ListAsync(string? team, string fleet, string? region, PageWindow window, CallContext context)
    {
        FleetRef? of = null;
        return List(
            async () => Call(ListProvisionedNodes, (of = await FindAsync(team, fleet, context).ConfigureAwait(false)).Value).Query("region", region),
            window, HathoraJson.Default.Node, node => ToNode(node, of), context);
    }

    public Task<ChatNode> GetAsync(string node, CallContext context) =>
        SendAsync(Call(GetNode).Path("nodeId", node), HathoraJson.Default.Node, found => ToNode(found, null), context);

    private ChatNode ToNode(Wire.Node node, FleetRef? fleet) => new()
    {
        Session = Connection.Session,
        Unnamed = node.Unnamed,
        Id = node.NodeId,
        FleetId = fleet?.Id,
        TeamId = fleet?.TeamId,
        Region = node.Region,
        Status = node.Status,
        Hosting = node.Hosting,
        Host = node.Host,
        Cpu = node.Cpu,
        MemoryMB = node.MemoryMb,
        Gpu = node.Gpu,
        StartedAt = node.StartedAt,
        StoppedAt = node.StoppedAt,
    };
}
