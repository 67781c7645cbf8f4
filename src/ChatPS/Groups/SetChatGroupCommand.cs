using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Groups;

/// <summary>Changes groups of users. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroup))]
public sealed class SetChatGroupCommand : WriteCmdlet
{
    /// <summary>The groups: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>The new name by which messages mention the group.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new name people see.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the group is for; an empty text takes the description away.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Lets messages mention the group, or with $false no longer. A linked group needs a name for it.</summary>
    [Parameter]
    public SwitchParameter AllowMention { get; set; }

    /// <summary>Emits the changed groups.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new GroupChange { Name = Name, DisplayName = DisplayName, Description = Description, AllowMention = Given(nameof(AllowMention), AllowMention) };
        RefuseNothing(change, new GroupChange());
        var passThru = PassThru.IsPresent;
        ForEach<IItemEditor<GroupChange, ChatGroup>>(Group!, "Change group", (groups, group, context) => Emit(groups.UpdateAsync(group, change, context), passThru));
    }
}
