using System.Net;
using System.Net.Http.Headers;

namespace ChatPS.Client.Http;

/// <summary>
/// A body that is read piece by piece while it is sent, as it is and with its length. A large one may take longer than any
/// answer should: what may not take longer than the timeout is the next piece of it.
/// </summary>
internal sealed class UploadContent : HttpContent
{
    private const int PieceSize = 81920;

    private readonly Stream _content;
    private readonly StreamBody _body;
    private readonly Action _alive;

    /// <param name="body">What is sent.</param>
    /// <param name="alive">Called whenever a piece has gone.</param>
    /// <exception cref="ChatException">The content cannot be opened.</exception>
    public UploadContent(StreamBody body, Action alive)
    {
        (_body, _alive) = (body, alive);
        _content = Opened(body.Open);
        if (body.ContentType is { } type)
            Headers.ContentType = MediaTypeHeaderValue.Parse(type);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.CanSeek ? _content.Length : 0;
        return _content.CanSeek;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The HTTP client begins again by itself when a kept connection turns out to be closed.
        if (_content.CanSeek)
            _content.Position = 0;
        long? total = _content.CanSeek ? _content.Length : null;
        var piece = new byte[PieceSize];
        var done = 0L;
        int count;
        while ((count = await ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(piece.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            _alive();
            _body.Report?.Invoke(done += count, total);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadAsync(byte[] piece, CancellationToken cancellation)
    {
        try
        {
            return await _content.ReadAsync(piece, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Opens what is to be sent.</summary>
    /// <exception cref="ChatException">It cannot be opened.</exception>
    public static Stream Opened(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>What is said when what is to be sent cannot be read.</summary>
    public static ChatException Unreadable(Exception cause) =>
        new(ChatErrorReason.InvalidRequest, $"What is to be sent cannot be read: {cause.Message}", cause) { Advice = "Check that the file is still there and may be read." };
}
