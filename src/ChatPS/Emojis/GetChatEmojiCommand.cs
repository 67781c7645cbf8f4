using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Emojis;

/// <summary>Gets the small pictures that stand for words in messages.</summary>
[Cmdlet(VerbsCommon.Get, "ChatEmoji", SupportsPaging = true)]
[OutputType(typeof(ChatEmoji))]
public sealed class GetChatEmojiCommand : ItemGetCmdlet
{
    /// <summary>The emojis: ids, words, objects, or patterns that the words fit. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EmojiId")]
    [ArgumentCompleter(typeof(EmojiCompleter))]
    [SupportsWildcards]
    public EmojiIdentity[]? Emoji { get; set; }

    private protected override void Process() => WriteItems<ChatEmoji>(Emoji, emoji => [emoji.Name]);
}
