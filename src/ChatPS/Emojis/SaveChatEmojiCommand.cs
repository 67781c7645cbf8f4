using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Emojis;

/// <summary>Downloads the pictures of emojis to the disk.</summary>
[Cmdlet(VerbsData.Save, "ChatEmoji", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatEmojiCommand : SaveCmdlet
{
    /// <summary>The emojis: ids, words or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EmojiId")]
    [ArgumentCompleter(typeof(EmojiCompleter))]
    public EmojiIdentity[]? Emoji { get; set; }

    /// <summary>A folder, in which the pictures get the emojis' words for names, or the path of one file. Left out, the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    private protected override void Process()
    {
        foreach (var emoji in Emoji!)
        {
            Guard(emoji, () =>
            {
                var (images, emojis) = (Require<IEmojiImageReader>(emoji), Require<IItemReader<ChatEmoji>>(emoji));
                var target = TargetAt(Destination);
                var wanted = PassThru.IsPresent;
                if (Should(emoji.Display, $"Save picture to {Destination}"))
                    Submit(emoji, context => Emit(SaveAsync(images, emojis, emoji, target, context), wanted));
            });
        }
    }

    private static async Task<FileInfo> SaveAsync(IEmojiImageReader images, IItemReader<ChatEmoji> emojis, EmojiIdentity emoji, SaveTarget target, CallContext context)
    {
        var known = emoji.Item as ChatEmoji ?? await emojis.GetAsync(emoji.Value, context).ConfigureAwait(false);
        // They are small, and only with the picture comes what kind it is.
        var image = await images.GetImageAsync(known.Id, context).ConfigureAwait(false);
        return new FileInfo(await target.SaveAsync(
            known.Name + image.Ending, known.Id, async stream => await stream.WriteAsync(image.Content, context.Cancellation).ConfigureAwait(false)).ConfigureAwait(false));
    }
}
