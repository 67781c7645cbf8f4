using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>Gets the lines of logs, and follows them when it is told to wait.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLog", SupportsPaging = true)]
[OutputType(typeof(ChatLog))]
public sealed class GetChatLogCommand : LogCmdlet
{
    private protected override bool Prepare(AppIdentity app)
    {
        WriteTotal();
        return true;
    }

    private protected override void Take(AppIdentity app, ChatLog line) => Write(line);
}
