using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Changes teams. What is not given stays as it is; an empty text clears a thing.</summary>
[Cmdlet(VerbsCommon.Set, "ChatTeam", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeam))]
public sealed class SetChatTeamCommand : WriteCmdlet
{
    /// <summary>The teams: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>The new name people see. The name that addresses a team never changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the team is about; an empty text takes the description away.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Lets everybody on the server join, or with $false only those who are invited.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Archives the team, or with $false brings it back. Other changes are made while it is there.</summary>
    [Parameter]
    public SwitchParameter Archived { get; set; }

    /// <summary>Emits the changed teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new TeamChange
        {
            DisplayName = DisplayName,
            Description = Description,
            Open = Given(nameof(Open), Open),
            Archived = Given(nameof(Archived), Archived),
        };
        if (change == new TeamChange())
            throw new ChatException(ChatErrorReason.InvalidRequest, "Nothing to change was given.") { Advice = "Give at least one of the team's properties." };
        var passThru = PassThru.IsPresent;
        ForEach<ITeamEditor>(Team!, "Change team", (teams, team, context) => Emit(teams.UpdateAsync(team, change, context), passThru));
    }
}
