using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Teams;

/// <summary>
/// Takes users out of a team, and with that out of its rooms; on Gitter it takes a group's extra administrators their
/// office. You leave a team yourself by naming the user me.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ChatTeamUser", SupportsShouldProcess = true)]
public sealed class RemoveChatTeamUserCommand : TeamUserWriteCmdlet
{
    private protected override void Process() => Gather<ITeamUserRemover>("Remove from team");

    private protected override void Change(Batch batch, IReadOnlyList<(UserRef Given, string Id)> users)
    {
        var members = (ITeamUserRemover)batch.Members;
        foreach (var (given, id) in users)
            Submit(given, context => Emit(members.RemoveAsync(batch.Team, id, context)));
    }
}
