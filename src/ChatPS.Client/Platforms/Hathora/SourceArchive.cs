using System.Security.Cryptography;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>By what an archive is known again.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Hash">The hash of them.</param>
internal sealed record SourceArchive(long Length, string Hash)
{
    /// <exception cref="ChatException">The file cannot be read.</exception>
    public static async Task<SourceArchive> ReadAsync(FileUpload file, CancellationToken cancellation)
    {
        try
        {
            var content = file.OpenRead();
            await using (content.ConfigureAwait(false))
                return new(content.Length, Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UploadContent.Unreadable(e);
        }
    }

    /// <summary>Says no to another archive: parts of two make none.</summary>
    /// <exception cref="ChatException">It is another one.</exception>
    public void Compare(SourceArchive other, string build, string name)
    {
        if (other != this)
            throw new ChatException(ChatErrorReason.InvalidRequest, other.Length == Length
                ? $"'{name}' is not what the upload of the build {build} began with: it has changed since."
                : $"'{name}' is not what the upload of the build {build} began with: it has {other.Length} bytes, and that had {Length}.")
            {
                Advice = "Build it anew, without -Resume.",
            };
    }
}
