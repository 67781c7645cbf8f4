using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Teams;

/// <summary>
/// Takes users into a team; on Gitter it makes them extra administrators of a group. Mattermost takes in up to a hundred
/// piped users with one request; Heroku wants their e-mail addresses.
/// </summary>
[Cmdlet(VerbsCommon.Add, "ChatTeamUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeamUser))]
public sealed class AddChatTeamUserCommand : TeamUserWriteCmdlet
{
    /// <summary>
    /// Admin for those who shall run the team, Member for those who shall only belong to it, Viewer for those who shall only look
    /// (Heroku). Who is a member already gets the role too. Left out, new members are ordinary ones; elsewhere Set-ChatTeamUser
    /// changes what they are afterwards.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("Admin", "Member", "Viewer")]
    public string? Role { get; set; }

    /// <summary>Marks those who sign in by the team's identity provider, or with $false those who do not (Heroku). Left out, the platform decides.</summary>
    [Parameter]
    public SwitchParameter Federated { get; set; }

    /// <summary>Emits the members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var member = new TeamUserChange(Role, null, Given(nameof(Federated), Federated));
        Gather<ITeamUserAdder>("Add to team", member, members => members.CheckNew(member));
    }

    private protected override void Change(Batch batch, IReadOnlyList<(UserRef Given, string Id)> users)
    {
        var (members, wanted) = ((ITeamUserAdder)batch.Members, PassThru.IsPresent);
        SubmitTogether(
            [.. users.Select(user => user.Given)],
            context => members.AddAsync(batch.Team, [.. users.Select(user => user.Id)], batch.Detail!, wanted, context),
            wanted);
    }
}
