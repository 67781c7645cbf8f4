using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Fleets;

/// <summary>Gets fleets: machines that are a team's own.</summary>
[Cmdlet(VerbsCommon.Get, "ChatFleet", SupportsPaging = true)]
[OutputType(typeof(ChatFleet))]
public sealed class GetChatFleetCommand : GetCmdlet
{
    /// <summary>The fleets: ids, names or patterns. Left out, all of the team's.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var fleet in Fleet ?? [null!])
        {
            Guard(fleet, () =>
            {
                var fleets = Require<ITeamItemReader<ChatFleet>>(OwnerOf(Team, fleet));
                var team = Team?.Literal ?? fleet?.TeamId;
                WriteItems(
                    fleet is null ? null : [fleet],
                    (window, context) => fleets.ListAsync(team, window, context),
                    (item, context) => fleets.GetAsync(team, item, context),
                    found => [found.Name, found.Id]);
            });
        }
    }
}
