using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Makes archives of a whole server, and brings them here.</summary>
internal interface IExporter
{
    /// <param name="withFiles">Whether the files that belong to messages go along.</param>
    /// <param name="context">The call.</param>
    /// <returns>The job that makes the archive.</returns>
    Task<ChatJob> StartAsync(bool withFiles, CallContext context);

    /// <summary>Starts an export and waits until the archive is there.</summary>
    /// <param name="withFiles">Whether the files that belong to messages go along.</param>
    /// <param name="timeout">How long to wait at most; null for as long as it takes.</param>
    /// <param name="context">The call.</param>
    Task<ChatExport> CompleteAsync(bool withFiles, TimeSpan? timeout, CallContext context);

    /// <summary>Writes an archive, and says how far it is. After a break it goes on where it was.</summary>
    Task SaveAsync(string export, Stream target, Action<long, long?> report, CallContext context);
}
