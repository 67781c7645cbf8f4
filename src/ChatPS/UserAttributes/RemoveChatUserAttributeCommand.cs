using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Removes attributes from all users, together with what they are of each.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatUserAttribute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatUserAttributeCommand : WriteCmdlet
{
    /// <summary>The attributes: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttributeId")]
    [ArgumentCompleter(typeof(UserAttributeCompleter))]
    public UserAttributeIdentity[]? UserAttribute { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatUserAttribute>>(
        UserAttribute!, "Remove user attribute and its values of all users", (attributes, attribute, context) => Emit(attributes.RemoveAsync(attribute, context)), Force);
}
