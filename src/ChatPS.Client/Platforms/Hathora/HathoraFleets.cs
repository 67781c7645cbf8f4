using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Machines of an organization's own.</summary>
internal sealed class HathoraFleets(Connection connection) : HathoraFleetResource(connection),
    ITeamItemReader<ChatFleet>, ITeamItemCreator<NewFleet, ChatFleet>, IFleetEditor
{
    private const string Threshold = "scaleUpThreshold";

    public IAsyncEnumerable<ChatFleet> ListAsync(string? team, PageWindow window, CallContext context) =>
        List(() => CallForTeamAsync(GetFleets, team, context), window, HathoraJson.Default.Fleet, ToFleet, context);

    public async Task<ChatFleet> GetAsync(string? team, string item, CallContext context) =>
        ToFleet(await ReadAsync(await FindAsync(team, item, context).ConfigureAwait(false), context).ConfigureAwait(false));

    public async Task<ChatFleet> CreateAsync(string? team, NewFleet item, CallContext context)
    {
        var call = await CallForTeamAsync(CreateFleet, team, context).ConfigureAwait(false);
        return await SendAsync(
            call.Body("name", item.Name).Body("nodeShapeId", item.NodeShape).Body("autoscalerConfig", Autoscaler(item.ScaleUpThreshold)),
            HathoraJson.Default.Fleet, ToFleet, context).ConfigureAwait(false);
    }

    public async Task<ChatFleet?> UpdateAsync(string? team, string fleet, FleetChange change, bool wanted, CallContext context)
    {
        var found = await FindAsync(team, fleet, context).ConfigureAwait(false);
        // Every change has to say this one, so what is to stay is read first.
        object? autoscaler = change.ScaleUpThreshold is { } threshold
            ? Autoscaler(threshold)
            : (await ReadAsync(found, context).ConfigureAwait(false)).AutoscalerConfig;
        if (autoscaler is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The fleet '{fleet}' has no threshold yet, and a change has to say one.")
            {
                Advice = "Give it with -ScaleUpThreshold; at 100 no machine is added ahead of need.",
            };
        await SendAsync(Call(UpdateFleet, found)
            .Body("name", change.Name)
            .Body("nodeShapeId", change.NodeShape)
            .Body("autoscalerConfig", autoscaler), context).ConfigureAwait(false);
        return wanted ? ToFleet(await ReadAsync(found, context).ConfigureAwait(false)) : null;
    }

    private Task<Wire.Fleet> ReadAsync(FleetRef fleet, CallContext context) =>
        ReadAsync(Call(GetFleet, fleet), HathoraJson.Default.Fleet, context);

    private static Dictionary<string, int> Autoscaler(int threshold) => new() { [Threshold] = threshold };

    private ChatFleet ToFleet(Wire.Fleet fleet) => new()
    {
        Session = Connection.Session,
        Unnamed = fleet.Unnamed,
        Id = fleet.FleetId,
        Name = fleet.Name,
        TeamId = fleet.OrgId,
        NodeShape = fleet.NodeShapeId,
        ScaleUpThreshold = fleet.AutoscalerConfig?.GetValueOrDefault(Threshold) is { ValueKind: JsonValueKind.Number } threshold ? (int)threshold.GetDouble() : null,
    };
}
