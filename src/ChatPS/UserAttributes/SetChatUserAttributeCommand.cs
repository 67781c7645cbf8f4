using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Changes attributes that all users have.</summary>
[Cmdlet(VerbsCommon.Set, "ChatUserAttribute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatUserAttribute))]
public sealed class SetChatUserAttributeCommand : UserAttributeWriteCmdlet
{
    /// <summary>The attributes: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttributeId")]
    [ArgumentCompleter(typeof(UserAttributeCompleter))]
    public UserAttributeIdentity[]? UserAttribute { get; set; }

    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What its values are from now on. What users have said until now is lost with another type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Type { get; set; }

    /// <summary>What there is to choose from as well.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AddOption { get; set; }

    /// <summary>What there is no longer to choose from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? RemoveOption { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the changed attributes.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = Change with { Name = Name, Type = Type, AddedOptions = AddOption, RemovedOptions = RemoveOption };
        RefuseNothing(change, new UserAttributeChange());
        var wanted = PassThru.IsPresent;
        // Only what takes away from users what they have said is worth a question.
        var isHarmless = Type is null && Option is null && RemoveOption is null;
        ForEach<IItemEditor<UserAttributeChange, ChatUserAttribute>>(
            UserAttribute!, "Change user attribute", (attributes, attribute, context) => Emit(attributes.UpdateAsync(attribute, change, context), wanted), Force || isHarmless);
    }
}
