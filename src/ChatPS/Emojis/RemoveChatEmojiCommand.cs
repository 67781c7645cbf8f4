using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Emojis;

/// <summary>Removes emojis that somebody added. Messages show the bare word from then on.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatEmoji", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatEmojiCommand : WriteCmdlet
{
    /// <summary>The emojis: ids, words or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EmojiId")]
    [ArgumentCompleter(typeof(EmojiCompleter))]
    public EmojiIdentity[]? Emoji { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IItemRemover<ChatEmoji>>(Emoji!, "Remove emoji", (emojis, emoji, context) => Emit(emojis.RemoveAsync(emoji, context)), Force);
}
