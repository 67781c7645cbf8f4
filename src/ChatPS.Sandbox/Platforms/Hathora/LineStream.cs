using System.Text;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Answers that come line after line.</summary>
internal static class LineStream
{
    public const string Octets = "application/octet-stream";

    /// <summary>An answer that goes on until everything has been told, the faults end it or the client goes away.</summary>
    public static SandboxResponse Of(HathoraService hathora, string contentType, Func<Feed, CancellationToken, Task> tell)
    {
        var feed = new Feed(hathora.Faults, hathora.Clock, default);
        return SandboxResponse.Streaming(contentType, ServeAsync);

        async Task ServeAsync(Stream stream, CancellationToken cancel)
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var telling = TellAsync(gone.Token);
            try
            {
                await feed.ServeAsync(stream, cancel);
            }
            finally
            {
                await gone.CancelAsync();
                await telling;
            }
        }

        async Task TellAsync(CancellationToken cancel)
        {
            try
            {
                await tell(feed, cancel);
            }
            catch (OperationCanceledException)
            {
                // Nobody listens any more.
            }
            finally
            {
                feed.Complete();
            }
        }
    }

    public static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line + "\n");

    /// <summary>Waits by the service's clock, or by the real one where that stands still or is slower: nobody shall hang on it.</summary>
    public static async Task PauseAsync(TimeSpan pause, TimeProvider clock, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.Delay(pause, clock, over.Token), Task.Delay(pause, over.Token));
        await over.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }
}
