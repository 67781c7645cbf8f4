using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Sessions;

/// <summary>Tells how much of the request budget is left.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRateLimit")]
[OutputType(typeof(ChatRateLimit))]
public sealed class GetChatRateLimitCommand : SessionCmdlet
{
    private protected override void Process()
    {
        var connection = ConnectionFor();
        WriteObject(Await(connection.Platform.ReadLiveLimitAsync(connection, Context)) ?? connection.Session.RateLimit);
    }
}
