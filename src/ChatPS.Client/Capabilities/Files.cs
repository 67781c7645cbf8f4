using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A file to be uploaded.</summary>
/// <param name="Name">The name others shall see.</param>
/// <param name="Open">Opens the content; called once for every attempt.</param>
internal sealed record FileUpload(string Name, Func<Stream> Open)
{
    /// <summary>Opens the content for what has to be known of it before it is sent.</summary>
    /// <exception cref="ChatException">It cannot be opened.</exception>
    public Stream OpenRead() => UploadContent.Opened(Open);
}

/// <summary>Where files go.</summary>
/// <param name="Room">A room's id or name; null for the session's.</param>
/// <param name="Team">The team a name is looked for in; null for the session's.</param>
/// <param name="User">The person who gets them in private, in place of a room.</param>
/// <param name="Text">What is said to the first of them.</param>
internal sealed record FileTarget(string? Room, string? Team = null, UserRef? User = null, string? Text = null);

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
    /// <param name="target">Where the files go.</param>
    /// <param name="files">The files, which go in one request where the platform takes them so.</param>
    /// <param name="context">The call.</param>
    /// <returns>The files, where the platform tells of them.</returns>
    Task<IReadOnlyList<ChatFile>> SendAsync(FileTarget target, IReadOnlyList<FileUpload> files, CallContext context);
}
