using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Gets how a server that people run themselves is doing: its version, its database and files, and whether it is marked busy.</summary>
[Cmdlet(VerbsCommon.Get, "ChatServer")]
[OutputType(typeof(ChatServer))]
public sealed class GetChatServerCommand : SessionCmdlet
{
    private protected override void Process() => Guard(null, () => Write(Await(Require<IServerReader>().GetAsync(Context))));
}
