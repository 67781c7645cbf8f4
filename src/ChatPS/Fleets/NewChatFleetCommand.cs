using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Fleets;

/// <summary>Makes fleets. They have no machines until Set-ChatFleetRegion says how many there shall be where.</summary>
[Cmdlet(VerbsCommon.New, "ChatFleet", SupportsShouldProcess = true)]
[OutputType(typeof(ChatFleet))]
public sealed class NewChatFleetCommand : WriteCmdlet
{
    /// <summary>The fleet's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The kind of machine that the fleet is made of: its id or the object; Get-ChatNodeShape shows them.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("NodeShapeId")]
    [ArgumentCompleter(typeof(NodeShapeCompleter))]
    public NodeShapeIdentity? NodeShape { get; set; }

    /// <summary>
    /// How much of the machines' vCPUs has to be in use, in percent, before one is added ahead of need; at 100 machines are added only when the
    /// others are full.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 100)]
    public int ScaleUpThreshold { get; set; }

    /// <summary>The team that the fleet shall belong to: its id, its name or the object. Left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process() => Guard(Name, () =>
    {
        var fleets = Require<ITeamItemCreator<NewFleet, ChatFleet>>(OwnerOf(Team, NodeShape));
        var (team, fleet) = (Team?.Literal, new NewFleet(Name!, NodeShape!.Literal, ScaleUpThreshold));
        if (Should(Name!, "Make fleet"))
            Submit(Name, context => Emit(fleets.CreateAsync(team, fleet, context)));
    });
}
