using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.GroupSyncs;

/// <summary>Changes how groups are tied to a team or a room.</summary>
[Cmdlet(VerbsCommon.Set, "ChatGroupSync", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroupSync))]
public sealed class SetChatGroupSyncCommand : GroupSyncWriteCmdlet
{
    /// <summary>Takes members in by themselves, or with $false no longer.</summary>
    [Parameter]
    public SwitchParameter AutoAdd { get; set; }

    /// <summary>Has members run the team or the room, or with $false no longer.</summary>
    [Parameter]
    public SwitchParameter Admin { get; set; }

    /// <summary>Emits what the groups are tied to.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new GroupSyncChange(Given(nameof(AutoAdd), AutoAdd), Given(nameof(Admin), Admin));
        RefuseNothing(change, new GroupSyncChange(null, null));
        var wanted = PassThru.IsPresent;
        ForEachGroup("Change how group is tied", (syncs, group, target, context) => Emit(syncs.UpdateAsync(group, target, change, context), wanted));
    }
}
