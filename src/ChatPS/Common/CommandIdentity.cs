namespace ChatPS.Common;

/// <summary>Names a slash command.</summary>
/// <param name="value">A command's id, the word behind the slash, or the object.</param>
public sealed class CommandIdentity(object value) : Identity(value, item => (item as ChatCommand)?.Id, "slash command");
