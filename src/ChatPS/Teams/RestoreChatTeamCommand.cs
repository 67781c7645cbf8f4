using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Brings archived teams back.</summary>
[Cmdlet(VerbsData.Restore, "ChatTeam", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeam))]
public sealed class RestoreChatTeamCommand : WriteCmdlet
{
    /// <summary>The teams: ids, names or objects. Get-ChatTeam -IncludeArchived shows those that are archived.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Emits the teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEach<ITeamRestorer>(Team!, "Restore team", (teams, team, context) => Emit(teams.RestoreAsync(team, context), passThru));
    }
}
