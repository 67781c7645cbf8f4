using System.Management.Automation;

namespace ChatPS.Billing;

/// <summary>Tells how teams pay.</summary>
[Cmdlet(VerbsCommon.Get, "ChatPaymentMethod")]
[OutputType(typeof(ChatPaymentMethod))]
public sealed class GetChatPaymentMethodCommand : TeamAccountGetCmdlet
{
    private protected override void Process() => WriteEachTeam<ChatPaymentMethod>();
}
