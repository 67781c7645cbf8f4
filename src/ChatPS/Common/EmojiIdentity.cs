namespace ChatPS.Common;

/// <summary>Names an emoji.</summary>
/// <param name="value">An emoji's id or word, or the object.</param>
public sealed class EmojiIdentity(object value) : Identity(value, item => (item as ChatEmoji)?.Id, "emoji");
