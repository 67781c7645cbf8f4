using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Unread;

/// <summary>Makes messages unread again: each with all that come after it in its room.</summary>
[Cmdlet(VerbsCommon.Set, "ChatUnread", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUnread))]
public sealed class SetChatUnreadCommand : WriteCmdlet
{
    /// <summary>The first messages that are to be unread in their rooms: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>Emits what is unread in the rooms then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var wanted = PassThru.IsPresent;
        foreach (var message in Message!)
        {
            Guard(message.Value, () =>
            {
                var unread = Require<IUnreadMarker>(message);
                var reference = message.In(null);
                if (Should(message.Display, "Make unread with all that comes after"))
                    Submit(message.Value, context => Emit(unread.MarkAsync(reference, wanted, context), wanted));
            });
        }
    }
}
