namespace ChatPS.Common;

/// <summary>Names a place that the log of an app is sent to.</summary>
/// <param name="value">A drain's id, its address, or the object.</param>
public sealed class LogDrainIdentity(object value) : Identity(value, item => (item as ChatLogDrain)?.Id, "log drain");
