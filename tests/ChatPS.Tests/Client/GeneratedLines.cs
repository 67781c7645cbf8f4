using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>A file of lines that are made when they are read, and of which nothing is kept.</summary>
internal sealed class GeneratedLines(IEnumerable<string> lines, long length) : Stream
{
    private readonly IEnumerator<string> _lines = lines.GetEnumerator();
    private byte[] _line = [];
    private int _taken;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    /// <summary>The archive looks at the first byte and goes back.</summary>
    public override long Position
    {
        get => _taken;
        set => _taken = (int)value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_taken == _line.Length)
        {
            if (!_lines.MoveNext())
                return 0;
            (_line, _taken) = (Encoding.UTF8.GetBytes(_lines.Current + "\n"), 0);
        }
        var read = Math.Min(count, _line.Length - _taken);
        Array.Copy(_line, _taken, buffer, offset, read);
        _taken += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _lines.Dispose();
        base.Dispose(disposing);
    }
}
