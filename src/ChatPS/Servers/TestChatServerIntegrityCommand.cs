using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Has a server look through its records for those that belong to others which are not there. It changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChatServerIntegrity")]
[OutputType(typeof(ChatServerIntegrity))]
public sealed class TestChatServerIntegrityCommand : SessionCmdlet
{
    private protected override void Process() => Guard(null, () =>
    {
        foreach (var relation in Await(Require<IIntegrityChecker>().CheckAsync(Context)))
            Write(relation);
    });
}
