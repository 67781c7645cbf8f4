using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.RetentionPolicies;

/// <summary>Puts teams and rooms under a policy of how long messages are kept.</summary>
[Cmdlet(VerbsCommon.Add, "ChatRetentionPolicyMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Room")]
public sealed class AddChatRetentionPolicyMemberCommand : RetentionPolicyMemberWriteCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Gather("Put under retention policy", Force);

    private protected override Task SendAsync(IRetentionPolicyMembers members, string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context) =>
        members.AddAsync(policy, teams, rooms, context);
}
