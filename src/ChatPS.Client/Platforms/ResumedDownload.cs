using System.Net;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms;

/// <summary>Downloads that go on where they were when the connection breaks.</summary>
internal static class ResumedDownload
{
    /// <param name="connection">Whose download it is.</param>
    /// <param name="name">What is downloaded, for people.</param>
    /// <param name="download">What asks for it from the beginning.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="report">Is told how far it is.</param>
    /// <param name="context">The call.</param>
    public static async Task SaveAsync(
        this Connection connection, string name, Func<ApiCall> download, Stream target, Action<long, long?> report, CallContext context)
    {
        var policy = context.Retry ?? connection.Session.Retry;
        for (var (from, attempt) = (0L, 0); ; attempt++)
        {
            try
            {
                await ReadAsync(connection, download().ToRequest(), target, from, report, context).ConfigureAwait(false);
                return;
            }
            catch (ChatException e) when (e is { Reason: ChatErrorReason.ConnectionFailed or ChatErrorReason.Timeout, NeverSent: false }
                && policy.RetryConnectionErrors && (target.Length > from || attempt < policy.MaxRetries))
            {
                // As long as it gets on, it may break as often as it likes.
                if (target.Length > from)
                    (from, attempt) = (target.Length, 0);
                var pause = RetryPipeline.Backoff(policy, attempt);
                context.Log.Waiting(pause, $"before going on with {name} at {from} bytes, because the connection failed");
                await Task.Delay(pause, connection.Clock, context.Cancellation).ConfigureAwait(false);
            }
        }
    }

    private static Task<ApiResponse> ReadAsync(
        Connection connection, ApiRequest request, Stream target, long from, Action<long, long?> report, CallContext context)
    {
        var rest = new RestOfStream(target);
        if (from > 0)
            request = request.WithHeader("Range", $"bytes={from}-");
        return connection.Api.SendAsync(
            // Repeated as it is, it would ask for what has come.
            request with
            {
                IsIdempotent = false,
                Download = new ApiDownload(rest, (done, total) => report(rest.Begin + done, rest.Begin + total))
                {
                    // A server that cannot go on begins anew.
                    Begun = answer => rest.Begin = answer.Status == HttpStatusCode.PartialContent ? from : 0,
                },
            },
            context);
    }
}
