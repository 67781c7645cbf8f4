using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Reactions;

/// <summary>Takes reactions back: your own, another's with -User, or those that are piped.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatReaction", SupportsShouldProcess = true)]
public sealed class RemoveChatReactionCommand : WriteCmdlet
{
    /// <summary>The messages, ids or objects, or the reactions themselves.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>The names of the emoji, with or without colons.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Emoji { get; set; }

    /// <summary>Whose reaction to take back: an id or a name. Left out, that of the piped reaction, or else your own. Another's takes an administrator.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    private protected override void Process()
    {
        foreach (var message in Message!)
        {
            // Not by the pipeline's property UserId: that of a message is its writer's.
            var user = User?.Value ?? (message.Item as ChatReaction)?.UserId;
            foreach (var emoji in Emoji!)
                ForEach<IReactionRemover>(
                    [message],
                    $"Take back reaction {emoji}",
                    (reactions, id, context) => Emit(reactions.RemoveAsync(id, emoji, user, context)));
        }
    }
}
