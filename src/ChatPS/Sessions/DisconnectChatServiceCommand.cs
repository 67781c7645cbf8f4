using System.Management.Automation;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Sessions;

/// <summary>Ends sessions, and revokes the tokens that their logins made.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ChatService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class DisconnectChatServiceCommand : ChatCmdlet
{
    /// <summary>The sessions to end, or their names; left out, the runspace's default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public ChatSession[]? Session { get; set; }

    private protected override void Process()
    {
        var store = SessionStore.Current;
        var sessions = Session ?? (store.Default is { } only ? [only] : throw new ChatException(
            ChatErrorReason.NoSession, "There is no session in this runspace to end."));
        foreach (var session in sessions)
        {
            if (!session.IsConnected || !ShouldProcess(session.Name, "Disconnect"))
                continue;
            store.Remove(session);
            Guard(session, () => Await(Connection.Of(session).CloseAsync(Context)));
        }
    }
}
