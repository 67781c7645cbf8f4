using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>Changes how long policies keep messages, or what the policies are called.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRetentionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatRetentionPolicy))]
public sealed class SetChatRetentionPolicyCommand : WriteCmdlet
{
    /// <summary>The policies: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RetentionPolicyId")]
    [ArgumentCompleter(typeof(RetentionPolicyCompleter))]
    public RetentionPolicyIdentity[]? RetentionPolicy { get; set; }

    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>How many days messages are kept. $null keeps them for ever.</summary>
    [Parameter]
    [AllowNull]
    public int? Day { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the changed policies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (Day < 1)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Messages are kept for a day at least.") { Advice = "Give -Day 1 or more, or $null to keep them for ever." };
        var change = new RetentionPolicyChange { Name = Name, Days = Given(nameof(Day), Day) };
        RefuseNothing(change, new RetentionPolicyChange());
        var wanted = PassThru.IsPresent;
        ForEach<IItemEditor<RetentionPolicyChange, ChatRetentionPolicy>>(
            RetentionPolicy!, "Change retention policy", (policies, policy, context) => Emit(policies.UpdateAsync(policy, change, context), wanted), Force);
    }
}
