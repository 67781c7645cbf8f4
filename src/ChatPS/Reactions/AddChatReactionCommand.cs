using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Reactions;

/// <summary>Reacts to messages in your own name.</summary>
[Cmdlet(VerbsCommon.Add, "ChatReaction", SupportsShouldProcess = true)]
[OutputType(typeof(ChatReaction))]
public sealed class AddChatReactionCommand : WriteCmdlet
{
    /// <summary>The messages to react to: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>The names of the emoji, with or without colons, such as thumbsup.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Emoji { get; set; }

    /// <summary>Emits the reactions.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        foreach (var emoji in Emoji!)
            ForEach<IReactionAdder>(
                Message!, $"React with {emoji}", (reactions, message, context) => Emit(reactions.AddAsync(message, emoji, context), passThru));
    }
}
