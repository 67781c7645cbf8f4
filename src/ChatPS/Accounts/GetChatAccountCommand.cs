using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Accounts;

/// <summary>Gets the account that a session is signed in to, with its profile and its standing.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAccount")]
[OutputType(typeof(ChatAccount))]
public sealed class GetChatAccountCommand : SessionCmdlet
{
    private protected override void Process() => Write(Await(Require<IAccountReader>().GetAsync(Context)));
}
