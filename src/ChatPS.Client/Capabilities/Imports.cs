using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Brings archives to a server, and has it take them in.</summary>
internal interface IImporter
{
    /// <summary>The archives of which not all has come yet.</summary>
    IAsyncEnumerable<ChatImport> IncompleteAsync(PageWindow window, CallContext context);

    /// <summary>Sends an archive, from where the server has it on. After a break it goes on by itself as often as the retry policy allows.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="upload">The id of an upload to go on with; null for a new one.</param>
    /// <param name="partSize">How much to send in one request; null for all of it.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">Not all of it got there; what did is the exception's target.</exception>
    Task<ChatImport> SendAsync(FileUpload file, string? upload, long? partSize, CallContext context);

    /// <summary>What is on the server already, for archives to be held against.</summary>
    Task<ImportTarget> TargetAsync(CallContext context);

    /// <returns>The job that takes the archive in.</returns>
    Task<ChatJob> StartAsync(string import, CallContext context);
}
