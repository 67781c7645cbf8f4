namespace ChatPS.Common;

/// <summary>Names a plugin.</summary>
/// <param name="value">A plugin's id or name, or the object.</param>
public sealed class PluginIdentity(object value) : Identity(value, item => (item as ChatPlugin)?.Id, "plugin");
