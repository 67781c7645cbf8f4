using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Messages;

/// <summary>Changes messages: their text and what is attached, or whether they are pinned, put aside or followed. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatMessage", SupportsShouldProcess = true)]
[OutputType(typeof(ChatMessage))]
public sealed class SetChatMessageCommand : WriteCmdlet
{
    /// <summary>The messages to change: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>The new text, in the platform's Markdown.</summary>
    [Parameter(Position = 1)]
    [AllowEmptyString]
    public string? Text { get; set; }

    /// <summary>Pins the message to its room, or with -Pinned:$false takes it down (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Pinned { get; set; }

    /// <summary>Puts the message aside for yourself, or with -Flagged:$false no longer; nobody else sees that (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Flagged { get; set; }

    /// <summary>Follows the message's thread, so that you are told of its replies, or with -Following:$false no longer (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Following { get; set; }

    /// <summary>The version that the message is to become again, as Get-ChatMessage -History tells it: its id or the object (Mattermost, newer versions).</summary>
    [Parameter]
    public MessageIdentity? Version { get; set; }

    /// <summary>What integrations attach to a message, such as attachments, in place of what is attached (Mattermost).</summary>
    [Parameter]
    public Hashtable? Props { get; set; }

    /// <summary>The room the message is in, an id or a name, which Gitter needs when only the message's id is given; left out, the session's default room.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>Emits the changed messages.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new MessageChange(Text, Given(nameof(Pinned), Pinned))
        {
            Props = Props is null ? null : JsonObjects.ToNode(Props),
            Flagged = Given(nameof(Flagged), Flagged),
            Following = Given(nameof(Following), Following),
            Version = Version?.Value,
        };
        RefuseNothing(change, new MessageChange());
        var wanted = PassThru.IsPresent;
        foreach (var message in Message!)
        {
            Guard(message, () =>
            {
                var messages = Require<IMessageEditor>(message);
                var reference = message.In(Room);
                if (Should(message.Value, "Change message"))
                    Submit(message, context => Emit(messages.UpdateAsync(reference, change, wanted, context), wanted));
            });
        }
    }
}
