using System.Net;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Uploads that can go on after a break: the server tells how much it has.</summary>
internal sealed class MattermostUploads(Connection connection) : Resource(connection)
{
    public Task<Wire.UploadSession> ReadAsync(string upload, CallContext context) =>
        ReadAsync(Call(GetUpload).Path("upload_id", upload), MattermostJson.Default.UploadSession, context);

    /// <summary>Sends what is missing.</summary>
    /// <param name="upload">The upload; what it says of how much has come is kept up to date.</param>
    /// <param name="file">The whole file.</param>
    /// <param name="partSize">How much to send in one request; null for all of it.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">It broke off more often than the retry policy allows.</exception>
    public async Task SendAsync(Wire.UploadSession upload, FileUpload file, long? partSize, CallContext context)
    {
        var policy = context.Retry ?? Connection.Session.Retry;
        var breaks = 0;
        while (upload.FileOffset < upload.FileSize)
        {
            var (from, length) = (upload.FileOffset, Math.Min(partSize ?? long.MaxValue, upload.FileSize - upload.FileOffset));
            try
            {
                await SendPartAsync(upload, file, length, context).ConfigureAwait(false);
                upload.FileOffset += length;
                breaks = 0;
            }
            catch (ChatException e) when (IsBreak(e, policy) && breaks < policy.MaxRetries)
            {
                var pause = RetryPipeline.Backoff(policy, breaks++);
                context.Log.Waiting(pause, $"before going on with {file.Name}, because the upload broke off");
                await Task.Delay(pause, Connection.Clock, context.Cancellation).ConfigureAwait(false);
                upload.FileOffset = await OffsetAsync(upload, from + length, context).ConfigureAwait(false);
                if (upload.FileOffset > from)
                    breaks = 0;
            }
        }
    }

    private Task<ApiResponse> SendPartAsync(Wire.UploadSession upload, FileUpload file, long length, CallContext context)
    {
        var from = upload.FileOffset;
        var body = new StreamBody(
            () => new StreamPart(file.Open(), from, length), (done, _) => context.Log.Progress($"Uploading {file.Name}", from + done, upload.FileSize))
        {
            ContentType = "application/octet-stream",
        };
        return Connection.Api.SendAsync(Call(UploadData).Path("upload_id", upload.Id).ToRequest() with { Body = body }, context);
    }

    // An upload that is whole is forgotten: if the last part was under way, it is there, and only the answer was lost.
    private async Task<long> OffsetAsync(Wire.UploadSession upload, long sent, CallContext context)
    {
        try
        {
            return (await ReadAsync(upload.Id, context).ConfigureAwait(false)).FileOffset;
        }
        catch (ChatException e) when (e.StatusCode == (int)HttpStatusCode.NotFound && sent == upload.FileSize)
        {
            return sent;
        }
    }

    // The server may be about what came before the break still.
    private static bool IsBreak(ChatException error, ChatRetryPolicy policy) =>
        (error.Reason is ChatErrorReason.ConnectionFailed or ChatErrorReason.Timeout && policy.RetryConnectionErrors)
        || error is { Reason: ChatErrorReason.ServerError, StatusCode: 500 or 502 or 503 or 504 }
        || error.ErrorId == "app.upload.upload_data.concurrent.app_error";
}
