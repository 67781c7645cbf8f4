namespace ChatPS.Files;

/// <summary>Where a cmdlet saves its files: a folder, or one file's path.</summary>
internal sealed class SaveTarget
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;
    private readonly string? _name;
    private readonly bool _overwrite;

    /// <exception cref="ChatException">The folder is not there.</exception>
    public SaveTarget(string path, bool overwrite)
    {
        _overwrite = overwrite;
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            _folder = full;
        else
            (_folder, _name) = (Path.GetDirectoryName(full) ?? full, Path.GetFileName(full));
        if (!Directory.Exists(_folder) || _name is "")
            throw new ChatException(ChatErrorReason.InvalidRequest, $"There is no folder '{(_name is "" ? full : _folder)}'.")
            {
                Advice = "Create it first, or give another one with -Destination.",
            };
    }

    /// <summary>Writes a file: under another name until it is whole, so that nobody meets half of it.</summary>
    /// <param name="name">The name the file has at the server.</param>
    /// <param name="fallback">A name for it when that one is of no use here.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ChatException">It is there already, or could not be written.</exception>
    public async Task<string> SaveAsync(string name, string fallback, Func<Stream, Task> write)
    {
        var path = PathOf(name, fallback);
        var part = Path.Combine(_folder, $".{Guid.NewGuid():N}.part");
        try
        {
            var stream = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
                await write(stream).ConfigureAwait(false);
            File.Move(part, path, _overwrite);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' could not be written: {e.Message}", e)
            {
                Advice = "Check the disk's space and the folder's permissions.",
            };
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The path of a file that somebody else writes.</summary>
    /// <param name="name">The name the file has unless the target is a file itself.</param>
    /// <param name="fallback">A name for it when that one is of no use here.</param>
    /// <exception cref="ChatException">It is there already.</exception>
    public string PathOf(string name, string fallback) => Claim(_name ?? SafeFileName.Of(name, fallback));

    // Files of one run may have one name, as screenshots do: those after the first get a number.
    private string Claim(string name)
    {
        lock (_taken)
        {
            var path = Path.Combine(_folder, name);
            for (var number = 2; _taken.Contains(path); number++)
            {
                if (_name is not null)
                    throw new ChatException(ChatErrorReason.Conflict, $"Several files cannot all be saved as '{path}'.") { Advice = "Give a folder with -Destination." };
                path = Path.Combine(_folder, $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
            }
            if (Path.GetDirectoryName(Path.GetFullPath(path)) != Path.TrimEndingDirectorySeparator(_folder))
                throw new ChatException(ChatErrorReason.InvalidRequest, $"'{name}' is no name for a file.") { Advice = "Give a file's path with -Destination." };
            if (Directory.Exists(path) || (File.Exists(path) && !_overwrite))
                throw new ChatException(ChatErrorReason.Conflict, $"'{path}' is there already.") { Advice = "Overwrite it with -Force, or give another -Destination." };
            _taken.Add(path);
            return path;
        }
    }
}
