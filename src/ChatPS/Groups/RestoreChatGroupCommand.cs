using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Groups;

/// <summary>Brings back groups that were deleted, with their members.</summary>
[Cmdlet(VerbsData.Restore, "ChatGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroup))]
public sealed class RestoreChatGroupCommand : WriteCmdlet
{
    /// <summary>The groups: ids, or objects from before. No list has deleted groups, so their names find nothing.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>Emits the groups.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEach<IGroupRestorer>(Group!, "Restore group", (groups, group, context) => Emit(groups.RestoreAsync(group, context), passThru));
    }
}
