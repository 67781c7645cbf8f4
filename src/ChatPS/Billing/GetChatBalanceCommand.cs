using System.Management.Automation;

namespace ChatPS.Billing;

/// <summary>Tells what teams have left of what they paid in or were given.</summary>
[Cmdlet(VerbsCommon.Get, "ChatBalance")]
[OutputType(typeof(ChatBalance))]
public sealed class GetChatBalanceCommand : TeamAccountGetCmdlet
{
    private protected override void Process() => WriteEachTeam<ChatBalance>();
}
