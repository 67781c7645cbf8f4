using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What goes into an archive of a whole server.</summary>
/// <param name="WithFiles">Whether the files that belong to messages go along.</param>
/// <param name="WithArchived">Whether archived rooms do.</param>
internal sealed record NewExport(bool WithFiles, bool WithArchived);

/// <summary>Makes archives of a whole server, and brings them here.</summary>
internal interface IExporter
{
    /// <returns>The job that makes the archive.</returns>
    Task<ChatJob> StartAsync(NewExport export, CallContext context);

    /// <summary>Starts an export and waits until the archive is there.</summary>
    /// <param name="export">What goes in.</param>
    /// <param name="timeout">How long to wait at most; null for as long as it takes.</param>
    /// <param name="context">The call.</param>
    Task<ChatExport> CompleteAsync(NewExport export, TimeSpan? timeout, CallContext context);

    /// <summary>Writes an archive, and says how far it is. After a break it goes on where it was.</summary>
    Task SaveAsync(string export, Stream target, Action<long, long?> report, CallContext context);
}

/// <summary>What people said in some time, to be kept in the form that some archive takes.</summary>
/// <param name="Format">The form, in the platform's words.</param>
internal sealed record NewComplianceExport(string Format)
{
    /// <summary>The first moment that is wanted; null to go on where the last export ended.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment that is wanted.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>Makes archives of what people said, for those who have to keep it, and brings them here.</summary>
internal interface IComplianceExporter
{
    /// <returns>The job that makes the archive.</returns>
    Task<ChatJob> StartAsync(NewComplianceExport export, CallContext context);

    /// <summary>Writes what a job has left, and says how far it is. After a break it goes on where it was.</summary>
    Task SaveAsync(string job, Stream target, Action<long, long?> report, CallContext context);
}

/// <summary>Makes addresses at which an archive is for a while, for whoever knows them.</summary>
internal interface IExportLinker
{
    Task<ChatExport> LinkAsync(string export, CallContext context);
}
