using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.NodeShapes;

/// <summary>Gets the kinds of machines that fleets can be made of.</summary>
[Cmdlet(VerbsCommon.Get, "ChatNodeShape", SupportsPaging = true)]
[OutputType(typeof(ChatNodeShape))]
public sealed class GetChatNodeShapeCommand : GetCmdlet
{
    /// <summary>The kinds: ids, names or patterns, or fleets for the kind that they are made of. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NodeShapeId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeShapeCompleter))]
    public NodeShapeIdentity[]? NodeShape { get; set; }

    /// <summary>The team whose kinds are wanted: its id, its name or the object. Left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var shape in NodeShape ?? [null!])
        {
            Guard(shape, () =>
            {
                var shapes = Require<ITeamItemReader<ChatNodeShape>>(OwnerOf(Team, shape));
                WriteItems(
                    shape is null ? null : [shape],
                    (window, context) => shapes.ListAsync(Team?.Literal, window, context),
                    (item, context) => shapes.GetAsync(Team?.Literal, item, context),
                    found => [found.Name, found.Id]);
            });
        }
    }
}
