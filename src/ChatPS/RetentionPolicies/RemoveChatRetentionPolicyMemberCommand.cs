using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.RetentionPolicies;

/// <summary>Takes teams and rooms out of a policy of how long messages are kept: what holds for the whole server holds for them again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatRetentionPolicyMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Room")]
public sealed class RemoveChatRetentionPolicyMemberCommand : RetentionPolicyMemberWriteCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Gather("Take out of retention policy", Force);

    private protected override Task SendAsync(IRetentionPolicyMembers members, string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context) =>
        members.RemoveAsync(policy, teams, rooms, context);
}
