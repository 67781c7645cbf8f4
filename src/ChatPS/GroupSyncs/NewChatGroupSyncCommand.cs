using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.GroupSyncs;

/// <summary>Ties groups to a team or a room, so that their members come into it by themselves, and emits what they are tied to.</summary>
[Cmdlet(VerbsCommon.New, "ChatGroupSync", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroupSync))]
public sealed class NewChatGroupSyncCommand : GroupSyncWriteCmdlet
{
    /// <summary>Takes members in by themselves; so it is when this is left out, and with $false they only may be in.</summary>
    [Parameter]
    public SwitchParameter AutoAdd { get; set; }

    /// <summary>Has members run the team or the room.</summary>
    [Parameter]
    public SwitchParameter Admin { get; set; }

    private protected override void Process()
    {
        var how = new GroupSyncChange(Given(nameof(AutoAdd), AutoAdd), Given(nameof(Admin), Admin));
        ForEachGroup("Tie group", (syncs, group, target, context) => Emit(syncs.LinkAsync(group, target, how, context)));
    }
}
