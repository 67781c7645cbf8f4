using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Gets the machines that run a server together; none when it runs on one alone.</summary>
[Cmdlet(VerbsCommon.Get, "ChatClusterNode")]
[OutputType(typeof(ChatClusterNode))]
public sealed class GetChatClusterNodeCommand : SessionCmdlet
{
    private protected override void Process() => Guard(null, () => WriteEach(Require<IClusterReader>().ListAsync));
}
