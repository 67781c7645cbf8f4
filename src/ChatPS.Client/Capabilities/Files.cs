using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A file to be uploaded.</summary>
/// <param name="Name">The name others shall see.</param>
/// <param name="Open">Opens the content; called once for every attempt.</param>
internal sealed record FileUpload(string Name, Func<Stream> Open);

internal interface IFileReader
{
    Task<ChatFile> GetAsync(string file, CallContext context);

    IAsyncEnumerable<ChatFile> ListAsync(string message, PageWindow window, CallContext context);

    IAsyncEnumerable<ChatFile> SearchAsync(string terms, string? team, PageWindow window, CallContext context);

    /// <summary>Writes a file's content, and says how far it is.</summary>
    Task SaveAsync(string file, Stream target, Action<long, long?> report, CallContext context);
}

internal interface IFileSender
{
    /// <param name="room">A room's id or name; null for the session's.</param>
    /// <param name="team">The team a name is looked for in; null for the session's.</param>
    /// <param name="files">The files, which go in one request.</param>
    /// <param name="context">The call.</param>
    Task<IReadOnlyList<ChatFile>> SendAsync(string? room, string? team, IReadOnlyList<FileUpload> files, CallContext context);
}
