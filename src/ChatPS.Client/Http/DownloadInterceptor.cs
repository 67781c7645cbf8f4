using RestSharp.Interceptors;

namespace ChatPS.Client.Http;

/// <summary>
/// Takes a good answer's body off RestSharp before it would read it into memory. A large body may take longer than any
/// answer should: what may not take longer than the timeout is the next piece of it.
/// </summary>
internal sealed class DownloadInterceptor(ApiDownload download, CancellationTokenSource idle, TimeSpan timeout) : Interceptor
{
    private const int PieceSize = 81920;

    /// <summary>How many bytes have come.</summary>
    public long Length { get; private set; }

    /// <summary>Whether a good answer has begun, and it is the next piece of it that is waited for.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Why the body did not come whole.</summary>
    public Exception? Failure { get; private set; }

    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        if (!responseMessage.IsSuccessStatusCode)
            return;
        try
        {
            download.Begun?.Invoke(new ApiResponse
            {
                Status = responseMessage.StatusCode,
                Headers = [.. responseMessage.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
                Content = [],
            });
            await CopyAsync(responseMessage.Content).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ChatException)
        {
            Failure = e;
        }
        var headers = responseMessage.Content.Headers;
        var nothing = new ByteArrayContent([]);
        nothing.Headers.ContentType = headers.ContentType;
        responseMessage.Content.Dispose();
        responseMessage.Content = nothing;
    }

    private async Task CopyAsync(HttpContent content)
    {
        HasBegun = true;
        download.Target.SetLength(0);
        var total = content.Headers.ContentLength;
        idle.CancelAfter(timeout);
        var piece = new byte[PieceSize];
        var body = await content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            int count;
            while ((count = await body.ReadAsync(piece, idle.Token).ConfigureAwait(false)) > 0)
            {
                // Whoever takes the pieces may take their time.
                idle.CancelAfter(Timeout.InfiniteTimeSpan);
                await WriteAsync(piece.AsMemory(0, count)).ConfigureAwait(false);
                Length += count;
                download.Report?.Invoke(Length, total);
                idle.CancelAfter(timeout);
            }
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> piece)
    {
        try
        {
            await download.Target.WriteAsync(piece, idle.Token).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"What the server sent could not be written: {e.Message}", e)
            {
                Advice = "Check the disk's space and the folder's permissions.",
            };
        }
    }
}
