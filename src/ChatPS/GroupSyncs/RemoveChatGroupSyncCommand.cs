using System.Management.Automation;

namespace ChatPS.GroupSyncs;

/// <summary>Unties groups from a team or a room. Who came in by the group stays, unless only members of groups may be in.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatGroupSync", SupportsShouldProcess = true)]
public sealed class RemoveChatGroupSyncCommand : GroupSyncWriteCmdlet
{
    private protected override void Process() => ForEachGroup("Untie group", (syncs, group, target, context) => Emit(syncs.UnlinkAsync(group, target, context)));
}
