namespace ChatPS.Common;

/// <summary>Names an operating system image.</summary>
/// <param name="value">A stack's id, its name, or the object.</param>
public sealed class StackIdentity(object value) : Identity(value, item => (item as ChatStack)?.Id, "stack");
