using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Teams;

/// <summary>Changes what members are in a team. Gitter knows no such roles.</summary>
[Cmdlet(VerbsCommon.Set, "ChatTeamUser", SupportsShouldProcess = true, DefaultParameterSetName = RoleSet)]
[OutputType(typeof(ChatTeamUser))]
public sealed class SetChatTeamUserCommand : TeamUserWriteCmdlet
{
    private const string RoleSet = "Role";
    private const string RolesSet = "Roles";

    /// <summary>Admin for those who shall run the team, Member for those who shall only belong to it, Viewer for those who shall only look (Heroku).</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = RoleSet)]
    [ValidateSet("Admin", "Member", "Viewer")]
    public string? Role { get; set; }

    /// <summary>All the roles the member shall have, in the platform's own words, such as team_user and team_admin. On Heroku it is one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RolesSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Roles { get; set; }

    /// <summary>Marks those who sign in by the team's identity provider, or with $false those who do not (Heroku). Left out, that stays as it is.</summary>
    [Parameter]
    public SwitchParameter Federated { get; set; }

    /// <summary>Emits the changed members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new TeamUserChange(Role, Roles is null ? null : string.Join(' ', Roles), Given(nameof(Federated), Federated));
        Gather<ITeamUserEditor>("Change role in team", change, members => members.CheckChange(change));
    }

    private protected override void Change(Batch batch, IReadOnlyList<(UserRef Given, string Id)> users)
    {
        var (members, passThru) = ((ITeamUserEditor)batch.Members, PassThru.IsPresent);
        foreach (var (given, id) in users)
            Submit(given, context => Emit(members.UpdateAsync(batch.Team, id, batch.Detail!, passThru, context), passThru));
    }
}
