using System.Management.Automation;

namespace ChatPS.Logs;

/// <summary>Gets the lines of logs, and follows them when it is told to wait; on Mattermost those of the server's own log.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLog", SupportsPaging = true)]
[OutputType(typeof(ChatLog))]
public sealed class GetChatLogCommand : LogCmdlet
{
    private protected override bool Prepare(LogOwner owner)
    {
        WriteTotal();
        return true;
    }

    private protected override void Take(LogOwner owner, ChatLog line) => Write(line);
}
