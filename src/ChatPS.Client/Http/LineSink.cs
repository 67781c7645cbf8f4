using System.Text;
using System.Threading.Channels;

namespace ChatPS.Client.Http;

/// <summary>Takes an answer as it comes and hands its lines on, each as soon as it is whole. A slow reader slows the sender down.</summary>
internal sealed class LineSink : Stream
{
    private const int MostWaiting = 1000;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellation) => _lines.Reader.ReadAllAsync(cancellation);

    /// <summary>Ends the lines with the answer, however it ends. Half a line is one only when the answer is whole.</summary>
    public async Task CompleteWithAsync(Task answer, CancellationToken cancellation)
    {
        try
        {
            await answer.ConfigureAwait(false);
            // What a character still lacks will not come any more.
            var rest = new char[1];
            _line.Append(rest, 0, _decoder.GetChars([], rest, flush: true));
            if (_line.Length > 0)
                await _lines.Writer.WriteAsync(TakeLine(), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _lines.Writer.TryComplete();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var count = _decoder.GetChars(buffer.Span, text, flush: false);
        for (var i = 0; i < count; i++)
        {
            if (text[i] == '\n')
                await _lines.Writer.WriteAsync(TakeLine(), cancellationToken).ConfigureAwait(false);
            else
                _line.Append(text[i]);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void SetLength(long value)
    {
        _decoder.Reset();
        _line.Clear();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private string TakeLine()
    {
        if (_line is [.., '\r'])
            _line.Length--;
        var line = _line.ToString();
        _line.Clear();
        return line;
    }
}
