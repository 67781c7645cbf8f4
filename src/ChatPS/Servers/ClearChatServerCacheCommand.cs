using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Has a server forget what it keeps in memory, so that it reads again what was changed behind its back.</summary>
[Cmdlet(VerbsCommon.Clear, "ChatServerCache", SupportsShouldProcess = true)]
public sealed class ClearChatServerCacheCommand : WriteCmdlet
{
    private protected override void Process() => Guard(null, () =>
    {
        var server = Require<IServerEditor>();
        if (Should(ConnectionFor().Session.BaseUri.Host, "Empty caches"))
            Submit(null, context => Emit(server.ClearCacheAsync(context)));
    });
}
