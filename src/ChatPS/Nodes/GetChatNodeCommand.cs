using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Nodes;

/// <summary>Gets the machines of fleets.</summary>
[Cmdlet(VerbsCommon.Get, "ChatNode", SupportsPaging = true, DefaultParameterSetName = NodeSet)]
[OutputType(typeof(ChatNode))]
public sealed class GetChatNodeCommand : GetCmdlet
{
    private const string NodeSet = "Node";
    private const string FleetSet = "Fleet";

    /// <summary>The machines: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NodeSet)]
    [Alias("NodeId")]
    [ArgumentCompleter(typeof(NodeCompleter))]
    public NodeIdentity[]? Node { get; set; }

    /// <summary>The fleets whose machines are wanted, those that are there now: ids, names or objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FleetSet)]
    [Alias("FleetId")]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>Only machines in these regions: names or objects. Left out, those in all regions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = FleetSet)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = FleetSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var node in Node ?? [])
            Guard(node, () => Write(Await(Require<INodeReader>(node).GetAsync(node.Literal, Context))));
        foreach (var fleet in Fleet ?? [])
        {
            foreach (var region in Region ?? [null!])
            {
                Guard(fleet, () =>
                {
                    var nodes = Require<INodeReader>(OwnerOf(OwnerOf(Team, fleet), region));
                    WriteList((window, context) => nodes.ListAsync(Team?.Literal ?? fleet.TeamId, fleet.Literal, region?.Literal, window, context));
                });
            }
        }
    }
}
