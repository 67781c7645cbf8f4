namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Reads lines one after the other. It holds one line, and of one that servers refuse for its length not even that.</summary>
internal sealed class ArchiveLines(Stream content)
{
    /// <summary>What a server takes in one line.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const int FirstSize = 64 * 1024;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;

    /// <summary>Which line it is, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>How many bytes have been read.</summary>
    public long Read { get; private set; }

    /// <summary>Whether the line is longer than servers take it. There is nothing of it then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line without its end, until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    public bool MoveNext()
    {
        (IsTooLong, Line) = (false, default);
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (end >= 0)
                return Take(searched + end, 1);
            searched = _end - _start;
            if (IsTooLong || searched >= MaxLength)
                (IsTooLong, _start, _end, searched) = (true, 0, 0, 0);
            if (!Fill())
                return (searched > 0 || IsTooLong) && Take(searched, 0);
        }
    }

    private bool Take(int length, int end)
    {
        var line = _buffer.AsMemory(_start, length);
        Line = IsTooLong ? default : line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        _start += length + end;
        Number++;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = content.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        Read += read;
        return read > 0;
    }
}
