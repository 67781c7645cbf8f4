using System.Text;
using System.Threading.Channels;

namespace ChatPS.Client.Http;

/// <summary>Takes an answer as it comes and hands pieces of its text on, each as soon as it is whole. A slow reader slows the sender down.</summary>
internal abstract class TextSink : Stream
{
    private const int MostWaiting = 1000;

    // What is longer than anything the platforms send would only fill the memory.
    private const int Longest = 16 * 1024 * 1024;

    private readonly Channel<string> _pieces = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public sealed override bool CanRead => false;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => true;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What has come of the piece that is not whole yet.</summary>
    protected StringBuilder Text { get; } = new();

    public IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellation) => _pieces.Reader.ReadAllAsync(cancellation);

    /// <summary>Ends the pieces with the answer, however it ends. Half a piece may be one only when the answer is whole.</summary>
    public async Task CompleteWithAsync(Task answer, CancellationToken cancellation)
    {
        try
        {
            await answer.ConfigureAwait(false);
            // What a character still lacks will not come any more.
            var rest = new char[1];
            Text.Append(rest, 0, _decoder.GetChars([], rest, flush: true));
            if (TakeRest() is { } piece)
                await _pieces.Writer.WriteAsync(piece, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _pieces.Writer.TryComplete();
        }
    }

    public sealed override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var count = _decoder.GetChars(buffer.Span, text, flush: false);
        for (var i = 0; i < count; i++)
        {
            if (Take(text[i]) is { } piece)
                await _pieces.Writer.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            else if (Text.Length > Longest)
                throw new ChatException(ChatErrorReason.InvalidResponse, "The server sends something without an end where a line or an object should end.");
        }
    }

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public sealed override void SetLength(long value)
    {
        _decoder.Reset();
        Text.Clear();
        Begin();
    }

    public sealed override void Flush()
    {
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Takes a character.</summary>
    /// <returns>The piece that it completes; null when there is more to come.</returns>
    protected abstract string? Take(char character);

    /// <summary>What is left at the end of a whole answer; null when it is no piece.</summary>
    protected abstract string? TakeRest();

    /// <summary>An answer begins.</summary>
    protected virtual void Begin()
    {
    }

    protected string TakeText()
    {
        var text = Text.ToString();
        Text.Clear();
        return text;
    }
}
