using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Emojis;

/// <summary>Gets the small pictures that stand for words in messages.</summary>
[Cmdlet(VerbsCommon.Get, "ChatEmoji", SupportsPaging = true)]
[OutputType(typeof(ChatEmoji))]
public sealed class GetChatEmojiCommand : OrderedGetCmdlet
{
    /// <summary>The emojis: ids, words, objects, or patterns that the words fit. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EmojiId")]
    [ArgumentCompleter(typeof(EmojiCompleter))]
    [SupportsWildcards]
    public EmojiIdentity[]? Emoji { get; set; }

    /// <summary>A part of the words, for the platform's own search (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    private protected override void Process()
    {
        if (Search is not { } words)
        {
            WriteItemsOf<ChatEmoji>(Emoji, emoji => [emoji.Name]);
            return;
        }
        var searcher = Require<IItemSearcher<ChatEmoji>>(parameter: nameof(Search));
        WriteList(
            (window, context) => searcher.SearchAsync(words, window, context),
            Emoji is null ? null : emoji => Emoji.Any(wanted => wanted.Fits(emoji.Name, emoji.Id)));
    }
}
