using System.Management.Automation;

namespace ChatPS.Billing;

/// <summary>Tells how much teams have used of what they may.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUsageLimit")]
[OutputType(typeof(ChatUsageLimit))]
public sealed class GetChatUsageLimitCommand : TeamAccountGetCmdlet
{
    private protected override void Process() => WriteEachTeam<ChatUsageLimit>();
}
