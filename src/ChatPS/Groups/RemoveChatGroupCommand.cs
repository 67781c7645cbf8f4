using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Groups;

/// <summary>Deletes groups that people made; Restore-ChatGroup brings them back. Groups of the directory are unlinked with Disconnect-ChatLdapGroup instead.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatGroupCommand : WriteCmdlet
{
    /// <summary>The groups: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IItemRemover<ChatGroup>>(Group!, "Delete group", (groups, group, context) => Emit(groups.RemoveAsync(group, context)), Force);
}
