using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Licenses;

/// <summary>Gets the license of a server that people run themselves, or that it has none.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLicense")]
[OutputType(typeof(ChatLicense))]
public sealed class GetChatLicenseCommand : SessionCmdlet
{
    private protected override void Process() => Guard(null, () => Write(Await(Require<ILicenses>().GetAsync(Context))));
}
