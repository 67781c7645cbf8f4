namespace ChatPS.Common;

/// <summary>Names a process of an app.</summary>
/// <param name="value">A process's id, its name, or the object.</param>
public sealed class ProcessIdentity(object value) : Identity(value, item => (item as ChatProcess)?.Id, "process");
