using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Billing;

/// <summary>A cmdlet that gets what there is to know of teams as customers.</summary>
public abstract class TeamAccountGetCmdlet : SessionCmdlet
{
    private protected TeamAccountGetCmdlet()
    {
    }

    /// <summary>The teams: ids, names or objects. Left out, the session's team, and if it has none, the one that the platform chooses.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Writes what each team has of a kind.</summary>
    private protected void WriteEachTeam<T>() where T : ChatObject
    {
        foreach (var team in Team ?? [null!])
        {
            Guard(team, () =>
            {
                foreach (var item in Await(Require<ITeamAccountReader<T>>(team).ReadAsync(team?.Literal, Context)))
                    Write(item);
            });
        }
    }
}
