using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Sessions;

/// <summary>Tells whether a session's server can be reached and takes its token.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChatService")]
[OutputType(typeof(bool))]
public sealed class TestChatServiceCommand : SessionCmdlet
{
    private protected override void Process()
    {
        var connection = ConnectionFor();
        try
        {
            Await(connection.Platform.PingAsync(connection, Context));
            WriteObject(true);
        }
        catch (ChatException e)
        {
            WriteVerbose(e.Message);
            WriteObject(false);
        }
    }
}
