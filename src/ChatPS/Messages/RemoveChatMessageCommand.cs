using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Messages;

/// <summary>Deletes messages. On Mattermost the replies to a message go with it.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatMessageCommand : WriteCmdlet
{
    /// <summary>The messages to delete: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>The room the message is in, an id or a name, which Gitter needs when only the message's id is given; left out, the session's default room.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>
    /// Beyond recovery, with its files, and also what was deleted before (Mattermost, where ServiceSettings.EnableAPIPostDeletion allows it to
    /// administrators).
    /// </summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var permanent = Permanent.IsPresent;
        foreach (var message in Message!)
        {
            Guard(message, () =>
            {
                var messages = Require<IMessageRemover>(message);
                var reference = message.In(Room);
                if (Should(message.Value, permanent ? "Delete message for good" : "Delete message", Force))
                    Submit(message, context => Emit(messages.RemoveAsync(reference, permanent, context)));
            });
        }
    }
}
