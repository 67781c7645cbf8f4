using System.IO.Compression;
using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>An archive that is open: its lines, and the files that belong to them.</summary>
internal abstract class ArchiveFile : IDisposable
{
    protected const string LinesExtension = ".jsonl";

    // Where in an archive its files are; lines name them without it.
    protected const string FilesFolder = "data/";

    private const byte ByteOrderMark = 0xEF;

    /// <summary>The lines.</summary>
    public abstract Stream Lines { get; }

    /// <summary>How many bytes the lines have.</summary>
    public abstract long Length { get; }

    /// <summary>What is in it and named by no line so far.</summary>
    public abstract IEnumerable<string> Unused { get; }

    /// <summary>How many files of it have been named.</summary>
    public abstract int Used { get; }

    /// <summary>Takes note that a line names a file.</summary>
    /// <returns>Opens the file; null when it is not there.</returns>
    public abstract Func<Stream>? Use(string path);

    /// <summary>Whether a file is there, though not where files are.</summary>
    public virtual bool HasElsewhere(string path) => false;

    /// <summary>Whether a path leads out of where it should stay.</summary>
    public static bool IsOutside(string path) =>
        path is ['/' or '\\', ..] or [_, ':', ..] || path.Split('/', '\\').Contains("..");

    /// <summary>Opens an archive by what is in it, whatever its name.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">The archive.</param>
    /// <param name="report">Takes what is wrong with it.</param>
    /// <returns>The archive; null when nothing can be read of it.</returns>
    public static ArchiveFile? Open(string path, FileUpload file, Action<ChatImportRule, string?, string> report)
    {
        var content = file.OpenRead();
        try
        {
            var head = new byte[1];
            var isEmpty = content.Read(head) == 0;
            content.Position = 0;
            ArchiveFile? archive = null;
            if (isEmpty)
                report(ChatImportRule.Archive, null, "The file is empty.");
            else if (head[0] == 'P')
                archive = ZippedArchive.Open(content, report);
            else if (head[0] is (byte)'{' or ByteOrderMark || path.EndsWith(LinesExtension, StringComparison.OrdinalIgnoreCase))
                archive = new BareArchive(Path.GetDirectoryName(path)!, content);
            else
                report(ChatImportRule.Archive, null, "The file is neither a zip archive nor lines of JSON.");
            if (archive is not null)
                content = null;
            return archive;
        }
        catch (InvalidDataException e)
        {
            report(ChatImportRule.Archive, null, $"The zip archive is broken: {e.Message}");
            return null;
        }
        finally
        {
            content?.Dispose();
        }
    }

    public abstract void Dispose();

    /// <summary>The zip archive that a server sends and takes.</summary>
    private sealed class ZippedArchive(ZipArchive zip, ZipArchiveEntry lines) : ArchiveFile
    {
        private readonly HashSet<string> _used = new(StringComparer.Ordinal) { lines.FullName };

        public override Stream Lines { get; } = lines.Open();

        public override long Length => lines.Length;

        public override IEnumerable<string> Unused => zip.Entries.Select(entry => entry.FullName).Where(name => name is not [.., '/'] && !_used.Contains(name));

        public override int Used => _used.Count - 1;

        public static ZippedArchive? Open(Stream content, Action<ChatImportRule, string?, string> report)
        {
            var zip = new ZipArchive(content, ZipArchiveMode.Read);
            var all = zip.Entries.Where(entry => entry.FullName.EndsWith(LinesExtension, StringComparison.Ordinal)).ToList();
            // What is among the files belongs to a message, unless there is nothing else.
            var lines = all.Where(entry => !entry.FullName.StartsWith(FilesFolder, StringComparison.Ordinal)).ToList();
            if (all.Count == 0)
                report(ChatImportRule.Archive, null, $"There is no {LinesExtension} file in the archive, which has the lines to import.");
            if (lines.Count > 1)
                report(ChatImportRule.Archive, lines[1].FullName, $"There are {lines.Count} {LinesExtension} files in the archive; the server takes '{all[0].FullName}'.");
            else if (lines.Count == 1 && all[0] != lines[0])
                report(ChatImportRule.Archive, all[0].FullName, $"The server takes the first {LinesExtension} file for the lines to import, and that is '{all[0].FullName}'.");
            foreach (var entry in zip.Entries.Where(entry => IsOutside(entry.FullName)))
                report(ChatImportRule.Path, entry.FullName, $"The path '{entry.FullName}' in the archive leads out of it.");
            return all.Count == 0 ? null : new ZippedArchive(zip, lines.FirstOrDefault() ?? all[0]);
        }

        public override Func<Stream>? Use(string path)
        {
            var entry = path.StartsWith(FilesFolder, StringComparison.Ordinal) ? zip.GetEntry(path) : null;
            entry ??= zip.GetEntry(FilesFolder + path);
            if (entry is null)
                return null;
            _used.Add(entry.FullName);
            return entry.Open;
        }

        public override bool HasElsewhere(string path) => zip.GetEntry(path) is not null;

        public override void Dispose()
        {
            Lines.Dispose();
            zip.Dispose();
        }
    }

    /// <summary>Lines by themselves, as an archive has them; files may lie beside them as they would in it.</summary>
    private sealed class BareArchive(string folder, Stream lines) : ArchiveFile
    {
        private readonly HashSet<string> _used = new(StringComparer.Ordinal);

        public override Stream Lines => lines;

        public override long Length { get; } = lines.Length;

        public override IEnumerable<string> Unused => [];

        public override int Used => _used.Count;

        public override Func<Stream>? Use(string path)
        {
            var found = new[] { Path.Combine(folder, FilesFolder, path), path.StartsWith(FilesFolder, StringComparison.Ordinal) ? Path.Combine(folder, path) : "" }
                .FirstOrDefault(File.Exists);
            if (found is null)
                return null;
            _used.Add(found);
            return () => File.OpenRead(found);
        }

        public override void Dispose() => lines.Dispose();
    }
}
