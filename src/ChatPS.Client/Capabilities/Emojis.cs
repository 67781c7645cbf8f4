using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>An emoji to be added.</summary>
/// <param name="Name">The word, with or without the signs around it.</param>
/// <param name="Image">The picture.</param>
internal sealed record NewEmoji(string Name, FileUpload Image);

/// <summary>The picture of an emoji.</summary>
/// <param name="Content">What a file with it has in it.</param>
/// <param name="Ending">The ending that the file's name should have, with the dot; nothing for a kind of picture that nobody knows.</param>
internal sealed record EmojiImage(ReadOnlyMemory<byte> Content, string Ending);

/// <summary>Downloads the pictures of emojis.</summary>
internal interface IEmojiImageReader
{
    /// <param name="emoji">The emoji's id.</param>
    /// <param name="context">The call.</param>
    Task<EmojiImage> GetImageAsync(string emoji, CallContext context);
}
