using System.Formats.Tar;
using System.IO.Compression;
using ChatPS.Client.Capabilities;
using ChatPS.Files;

namespace ChatPS.AppBuilds;

/// <summary>The source of a build on this machine: a folder, or an archive of one.</summary>
internal sealed class BuildSource
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _path;
    private readonly FileUpload? _archive;

    private BuildSource(string path, FileUpload? archive) => (_path, _archive) = (path, archive);

    /// <exception cref="ChatException">There is nothing, or nothing that may be read.</exception>
    public static BuildSource At(string path) => new(path, Directory.Exists(path) ? null : LocalFiles.ToUpload(path));

    /// <summary>The archive; one that is made for the purpose is gone when it is disposed of.</summary>
    /// <exception cref="ChatException">Something in the folder cannot be read.</exception>
    public async Task<Archive> PackAsync(CancellationToken cancellation)
    {
        if (_archive is not null)
            return new Archive(_archive, null);
        // A file of its own, because the length comes first and a repetition sends the whole of it again.
        var file = Path.GetTempFileName();
        try
        {
            var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
            {
                var gzip = new GZipStream(stream, CompressionLevel.Optimal);
                await using (gzip.ConfigureAwait(false))
                {
                    var tar = new TarWriter(gzip, TarEntryFormat.Pax);
                    await using (tar.ConfigureAwait(false))
                        await AddAsync(tar, new DirectoryInfo(_path), "", cancellation).ConfigureAwait(false);
                }
            }
            return new Archive(LocalFiles.ToUpload(file) with { Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(_path)) + ".tgz" }, file);
        }
        catch (Exception e)
        {
            File.Delete(file);
            if (e is IOException or UnauthorizedAccessException)
                throw new ChatException(ChatErrorReason.InvalidRequest, $"'{_path}' could not be packed: {e.Message}", e) { Advice = "Check the folder's permissions and the disk's space." };
            throw;
        }
    }

    // Without owners and their names, which are nobody's business elsewhere; links stay links.
    private static async Task AddAsync(TarWriter tar, DirectoryInfo folder, string prefix, CancellationToken cancellation)
    {
        foreach (var item in folder.EnumerateFileSystemInfos().Where(item => item.Name != ".git").OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            var name = prefix + item.Name;
            switch (item)
            {
                case { LinkTarget: { } target }:
                    await WriteAsync(tar, new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target.Replace('\\', '/') }, item, cancellation).ConfigureAwait(false);
                    break;
                case DirectoryInfo inner:
                    await WriteAsync(tar, new PaxTarEntry(TarEntryType.Directory, name + "/"), item, cancellation).ConfigureAwait(false);
                    await AddAsync(tar, inner, name + "/", cancellation).ConfigureAwait(false);
                    break;
                case FileInfo file:
                    var content = file.Open(new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
                    await using (content.ConfigureAwait(false))
                        await WriteAsync(tar, new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content }, item, cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private static Task WriteAsync(TarWriter tar, PaxTarEntry entry, FileSystemInfo item, CancellationToken cancellation)
    {
        entry.ModificationTime = item.LastWriteTimeUtc;
        entry.Mode = item is DirectoryInfo ? OfFolder : OfFile;
        if (!OperatingSystem.IsWindows() && item.LinkTarget is null)
            entry.Mode = item.UnixFileMode;
        return tar.WriteEntryAsync(entry, cancellation);
    }

    /// <summary>An archive that is ready to go.</summary>
    /// <param name="Upload">The archive.</param>
    /// <param name="TemporaryFile">What has to go afterwards.</param>
    internal sealed record Archive(FileUpload Upload, string? TemporaryFile) : IDisposable
    {
        public void Dispose()
        {
            if (TemporaryFile is not null)
                File.Delete(TemporaryFile);
        }
    }
}
