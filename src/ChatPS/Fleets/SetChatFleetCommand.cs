using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Fleets;

/// <summary>Changes fleets. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatFleet", SupportsShouldProcess = true)]
[OutputType(typeof(ChatFleet))]
public sealed class SetChatFleetCommand : WriteCmdlet
{
    /// <summary>The fleets: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>The new name; left out, the name stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The kind of machine that the fleet shall be made of from now on: its id or the object. Left out, the kind stays.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NodeShapeCompleter))]
    public NodeShapeIdentity? NodeShape { get; set; }

    /// <summary>
    /// How much of the machines' vCPUs has to be in use, in percent, before one is added ahead of need; at 100 machines are added only when the
    /// others are full. Left out, it stays; the API wants it said all the same, and so the fleet is read first.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int? ScaleUpThreshold { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Emits the changed fleets.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new FleetChange { Name = Name, NodeShape = NodeShape?.Literal, ScaleUpThreshold = ScaleUpThreshold };
        RefuseNothing(change, new FleetChange());
        var passThru = PassThru.IsPresent;
        foreach (var fleet in Fleet!)
        {
            var team = Team?.Literal ?? fleet.TeamId;
            ForEach<IFleetEditor>(
                [fleet], "Change fleet", async (fleets, id, context) => await fleets.UpdateAsync(team, id, change, passThru, context).ConfigureAwait(false), owner: Team);
        }
    }
}
