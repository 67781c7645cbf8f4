using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Terms;

/// <summary>Gets the terms of service that people agree to before they use a server.</summary>
[Cmdlet(VerbsCommon.Get, "ChatTermsOfService")]
[OutputType(typeof(ChatTermsOfService))]
public sealed class GetChatTermsOfServiceCommand : SessionCmdlet
{
    private protected override void Process() => Guard(null, () => Write(Await(Require<ITermsOfService>().GetAsync(Context))));
}
