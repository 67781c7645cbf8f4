namespace ChatPS.Common;

/// <summary>Names a job.</summary>
/// <param name="value">A job's id, or the object.</param>
public sealed class JobIdentity(object value) : Identity(value, item => (item as ChatJob)?.Id, "job");
