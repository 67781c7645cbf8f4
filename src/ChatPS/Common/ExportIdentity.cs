namespace ChatPS.Common;

/// <summary>Names an export.</summary>
/// <param name="value">The name of an export's archive, or the object.</param>
public sealed class ExportIdentity(object value) : Identity(value, item => (item as ChatExport)?.Name, "export");
