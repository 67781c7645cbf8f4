using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Teams;

/// <summary>
/// Takes users into a team; on Gitter it makes them extra administrators of a group. Mattermost takes in up to a hundred
/// piped users with one request.
/// </summary>
[Cmdlet(VerbsCommon.Add, "ChatTeamUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeamUser))]
public sealed class AddChatTeamUserCommand : TeamUserWriteCmdlet
{
    /// <summary>Emits the members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Gather<ITeamUserAdder>("Add to team");

    private protected override void Change(Batch batch, IReadOnlyList<(string Given, string Id)> users)
    {
        var (members, wanted) = ((ITeamUserAdder)batch.Members, PassThru.IsPresent);
        SubmitTogether(
            [.. users.Select(user => user.Given)],
            context => members.AddAsync(batch.Team, [.. users.Select(user => user.Id)], wanted, context),
            wanted);
    }
}
