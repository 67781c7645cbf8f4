namespace ChatPS.Common;

/// <summary>Names what an export has left: an archive, or the job that left one.</summary>
/// <param name="value">The name of an export's archive, the object, or the object of a job.</param>
public sealed class SavedExportIdentity(object value) : Identity(value, item => (item as ChatExport)?.Name ?? (item as ChatJob)?.Id, "export");
