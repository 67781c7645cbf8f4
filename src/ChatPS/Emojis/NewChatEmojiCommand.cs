using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Emojis;

/// <summary>Adds emojis: small pictures that stand for words in messages.</summary>
[Cmdlet(VerbsCommon.New, "ChatEmoji", SupportsShouldProcess = true)]
[OutputType(typeof(ChatEmoji))]
public sealed class NewChatEmojiCommand : WriteCmdlet
{
    /// <summary>The word, with or without the colons: letters, digits, and the signs _, - and +.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("BaseName")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The file of the picture, a PNG, GIF or JPEG of up to 1 MB.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Path", "FullName")]
    [ValidateNotNullOrEmpty]
    public string? Image { get; set; }

    private protected override void Process() => Guard(Name, () =>
    {
        var name = Name!;
        var emojis = Require<IItemCreator<NewEmoji, ChatEmoji>>();
        var emoji = new NewEmoji(name, LocalFiles.ToUpload(LocalFiles.Resolve(this, Image!)));
        if (Should(name, "Add emoji"))
            Submit(name, context => Emit(emojis.CreateAsync(emoji, context)));
    });
}
