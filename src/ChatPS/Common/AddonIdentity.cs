namespace ChatPS.Common;

/// <summary>Names an add-on.</summary>
/// <param name="value">An add-on's id or name.</param>
public sealed class AddonIdentity(object value) : Identity(value, _ => null, "add-on");
