using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>Removes policies of how long messages are kept: what holds for the whole server holds for their teams and rooms again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatRetentionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatRetentionPolicyCommand : WriteCmdlet
{
    /// <summary>The policies: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RetentionPolicyId")]
    [ArgumentCompleter(typeof(RetentionPolicyCompleter))]
    public RetentionPolicyIdentity[]? RetentionPolicy { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatRetentionPolicy>>(
        RetentionPolicy!, "Remove retention policy", (policies, policy, context) => Emit(policies.RemoveAsync(policy, context)), Force);
}
