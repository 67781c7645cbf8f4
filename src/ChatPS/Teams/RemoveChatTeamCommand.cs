using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>
/// Deletes teams; Mattermost archives them unless -Permanent is given, and Restore-ChatTeam brings them back. Heroku deletes them for
/// good either way.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ChatTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatTeamCommand : WriteCmdlet
{
    /// <summary>The teams: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Deletes the teams with their rooms and messages beyond recovery (Mattermost); the server's settings must allow it.</summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var permanent = Permanent.IsPresent;
        ForEach<ITeamRemover>(
            Team!,
            permanent ? "Delete team permanently" : "Remove team",
            (teams, team, context) => Emit(teams.RemoveAsync(team, permanent, context)),
            Force);
    }
}
