namespace ChatPS.Common;

/// <summary>Names a permission scheme.</summary>
/// <param name="value">A scheme's id or name, or the object.</param>
public sealed class SchemeIdentity(object value) : Identity(value, item => (item as ChatScheme)?.Id, "scheme");
