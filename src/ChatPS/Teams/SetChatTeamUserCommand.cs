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

    /// <summary>Admin for those who shall run the team, Member for those who shall only belong to it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = RoleSet)]
    [ValidateSet("Admin", "Member")]
    public string? Role { get; set; }

    /// <summary>All the roles the member shall have, in the platform's own words, such as team_user and team_admin.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RolesSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Roles { get; set; }

    /// <summary>Emits the changed members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Gather<ITeamUserEditor>(
        "Change role in team",
        Roles is null
            ? new TeamUserChange("Admin".Equals(Role, StringComparison.OrdinalIgnoreCase), null)
            : new TeamUserChange(null, string.Join(' ', Roles)));

    private protected override void Change(Batch batch, IReadOnlyList<(string Given, string Id)> users)
    {
        var (members, passThru) = ((ITeamUserEditor)batch.Members, PassThru.IsPresent);
        foreach (var (given, id) in users)
            Submit(given, context => Emit(members.UpdateAsync(batch.Team, id, batch.Detail!, passThru, context), passThru));
    }
}
