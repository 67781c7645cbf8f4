using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Creates a team. You become its first member and administrator.</summary>
[Cmdlet(VerbsCommon.New, "ChatTeam", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeam))]
public sealed class NewChatTeamCommand : WriteCmdlet
{
    /// <summary>The name that addresses the team: lower-case letters, digits and hyphens, beginning with a letter. On Mattermost it cannot be changed later.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The name people see; left out, the same as the name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the team is about; left out, the team has no description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Lets everybody on the server join; left out, people need an invitation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IsOpen")]
    public SwitchParameter Open { get; set; }

    /// <summary>The enterprise account that the team shall belong to: its id or name (Heroku). Left out, none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EnterpriseAccount { get; set; }

    private protected override void Process()
    {
        var team = new NewTeam
        {
            Name = Name!,
            DisplayName = DisplayName,
            Description = Description,
            Open = Open,
            EnterpriseAccount = string.IsNullOrEmpty(EnterpriseAccount) ? null : EnterpriseAccount,
        };
        Guard(team.Name, () =>
        {
            var teams = Require<ITeamCreator>();
            if (Should(team.Name, "Create team"))
                Submit(team.Name, context => Emit(teams.CreateAsync(team, context)));
        });
    }
}
