namespace ChatPS.Logs;

/// <summary>A file that a log is written to. Everybody may look at it meanwhile; a log that cannot be read leaves none.</summary>
internal sealed class LogFile(string path, bool append) : IDisposable
{
    private StreamWriter? _writer;

    public string Path => path;

    /// <exception cref="ChatException">The disk or the folder does not take it.</exception>
    public void Write(string line) => Do(() => Open().WriteLine(line));

    /// <summary>The log has ended: its file is there, be it empty.</summary>
    /// <exception cref="ChatException">The disk or the folder does not take it.</exception>
    public void Close() => Do(() => Open().Dispose());

    public void Dispose() => _writer?.Dispose();

    private StreamWriter Open()
    {
        if (_writer is null)
        {
            var file = new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            _writer = new StreamWriter(file) { AutoFlush = true };
        }
        return _writer;
    }

    private void Do(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' could not be written: {e.Message}", e)
            {
                Advice = "Check the disk's space and the folder's permissions.",
            };
        }
    }
}
