using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The kinds of machines that fleets can be made of.</summary>
internal sealed class HathoraNodeShapes(Connection connection) : HathoraResource(connection), ITeamItemReader<ChatNodeShape>
{
    public IAsyncEnumerable<ChatNodeShape> ListAsync(string? team, PageWindow window, CallContext context) =>
        List(() => CallForTeamAsync(GetNodeShapes, team, context), window, HathoraJson.Default.NodeShape, ToNodeShape, context);

    public Task<ChatNodeShape> GetAsync(string? team, string item, CallContext context) => ListAsync(team, PageWindow.All, context).FindAsync(
        shape => shape.Id.Equals(item, StringComparison.OrdinalIgnoreCase) || shape.Name.Equals(item, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"There is no node shape '{item}'.") { Advice = "Get-ChatNodeShape shows the kinds of machines there are." });

    private ChatNodeShape ToNodeShape(Wire.NodeShape shape) => new()
    {
        Session = Connection.Session,
        Unnamed = shape.Unnamed,
        Id = shape.NodeShapeId,
        Name = shape.Name,
        FamilyId = shape.FamilyId,
        FamilyName = shape.FamilyName,
        MinCpu = shape.MinCpu,
        MinMemoryMB = shape.MinMemoryMB,
        MinGpu = shape.MinGpu,
    };
}
