namespace ChatPS.Common;

/// <summary>Names an import.</summary>
/// <param name="value">The name of an import's archive, or the object.</param>
public sealed class ImportIdentity(object value) : Identity(value, item => (item as ChatImport)?.Name, "import");
