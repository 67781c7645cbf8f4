namespace ChatPS.Common;

/// <summary>Names a variable of an app's configuration.</summary>
/// <param name="value">A variable's name, or the object.</param>
public sealed class ConfigVarIdentity(object value) : Identity(value, item => (item as ChatAppConfigVar)?.Name, "config var");
