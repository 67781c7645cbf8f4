namespace ChatPS.Common;

/// <summary>Names a machine of a fleet.</summary>
/// <param name="value">A machine's id, or the object.</param>
public sealed class NodeIdentity(object value) : Identity(value, item => (item as ChatNode)?.Id, "node");
