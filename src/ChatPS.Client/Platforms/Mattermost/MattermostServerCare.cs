using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What shows whether a server is well: its records, its machines, and the packet for those who help.</summary>
internal sealed class MattermostServerCare(Connection connection) : Resource(connection), IIntegrityChecker, IClusterReader, ISupportPacketSaver
{
    public async Task<IReadOnlyList<ChatServerIntegrity>> CheckAsync(CallContext context) => await SendAsync(
        Call(CheckIntegrity), MattermostJson.Default.IntegrityResultArray, results => results.Select(ToIntegrity).ToArray(), context).ConfigureAwait(false);

    public IAsyncEnumerable<ChatClusterNode> ListAsync(CallContext context) =>
        List(Call(GetClusterStatus), PageWindow.All, MattermostJson.Default.ClusterNode, ToNode, context);

    public Task SaveAsync(Stream target, Action<long, long?> report, CallContext context) =>
        DownloadAsync(Call(GenerateSupportPacket), target, report, context);

    private ChatServerIntegrity ToIntegrity(Wire.IntegrityResult result) => new()
    {
        Session = Connection.Session,
        Parent = result.Data?.ParentName ?? "",
        Child = result.Data?.ChildName ?? "",
        ParentKey = Filled(result.Data?.ParentIdAttr),
        ChildKey = Filled(result.Data?.ChildIdAttr),
        Orphans = [.. (result.Data?.Records ?? []).Select(record => new ChatOrphanedRecord
        {
            ParentId = Filled(record.ParentId),
            ChildId = Filled(record.ChildId),
        })],
        Error = result.Err.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => result.Err.GetString(),
            // Older servers tell that there was an error, and not which.
            _ => "The server could not check this; its log says why.",
        },
    };

    private ChatClusterNode ToNode(Wire.ClusterNode node) => new()
    {
        Session = Connection.Session,
        Unnamed = node.Unnamed,
        Id = node.Id,
        HostName = Filled(node.Hostname),
        IpAddress = Filled(node.Ipaddress),
        Version = Filled(node.Version),
        ConfigHash = Filled(node.ConfigHash),
    };
}
