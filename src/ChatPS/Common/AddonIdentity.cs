namespace ChatPS.Common;

/// <summary>Names an add-on.</summary>
/// <param name="value">An add-on's id, its name, or the object.</param>
public sealed class AddonIdentity(object value) : Identity(value, item => (item as ChatAddon)?.Id, "add-on");
