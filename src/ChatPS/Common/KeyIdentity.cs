namespace ChatPS.Common;

/// <summary>Names an SSH key.</summary>
/// <param name="value">A key's id, its fingerprint, or the object.</param>
public sealed class KeyIdentity(object value) : Identity(value, item => (item as ChatKey)?.Id, "key");
