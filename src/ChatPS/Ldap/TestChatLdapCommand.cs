using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Ldap;

/// <summary>Tells whether a server reaches its directory. What keeps it from doing so is a warning.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChatLdap")]
[OutputType(typeof(bool))]
public sealed class TestChatLdapCommand : SessionCmdlet
{
    private protected override void Process()
    {
        var problem = Await(Require<ILdap>().TestAsync(Context));
        if (problem is not null)
            WriteWarning(problem);
        Write(problem is null);
    }
}
