using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Latency;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Where processes can run. All that the API tells of a region is where to measure how far it is.</summary>
internal sealed class HathoraRegions(Connection connection) : Resource(connection), IItemReader<ChatRegion>, IRegionMeasurer
{
    private readonly RegionMeter _meter = new(new TcpConnector(), TimeProvider.System);

    public IAsyncEnumerable<ChatRegion> ListAsync(PageWindow window, CallContext context) =>
        List(Call(GetPingServiceEndpoints), window, HathoraJson.Default.PingEndpoint, ToRegion, context);

    public Task<ChatRegion> GetAsync(string item, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        region => region.Name.Equals(item, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"There is no region '{item}'.") { Advice = "Get-ChatRegion shows the regions there are." });

    public Task<IReadOnlyList<ChatRegion>> MeasureAsync(IReadOnlyList<ChatRegion> regions, CallContext context) =>
        _meter.MeasureAsync(regions, context.Cancellation);

    private ChatRegion ToRegion(Wire.PingEndpoint endpoint) => new()
    {
        Session = Connection.Session,
        Unnamed = endpoint.Unnamed,
        Id = endpoint.Region,
        Name = endpoint.Region,
        Host = endpoint.Host,
        Port = (int)endpoint.Port,
    };
}
