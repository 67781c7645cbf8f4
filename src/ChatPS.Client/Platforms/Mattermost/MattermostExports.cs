using System.Net;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Archives of the whole server.</summary>
internal sealed class MattermostExports(Connection connection) : Resource(connection), IExporter, IItemReader<ChatExport>, IItemRemover<ChatExport>
{
    private MattermostJobs Jobs => Connection.Get<MattermostJobs>();

    public IAsyncEnumerable<ChatExport> ListAsync(PageWindow window, CallContext context) =>
        Connection.Api.ListAsync(Call(ListExports).ToRequest(), window, name => ToExport(name.GetString() ?? ""), context);

    public Task<ChatExport> GetAsync(string item, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        export => export.Name == item,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no export '{item}'.") { Advice = "Get-ChatExport lists those that there are." });

    // The server answers for one that is not there as if it had been; nothing is lost by that.
    public Task RemoveAsync(string item, CallContext context) => SendAsync(Call(DeleteExport).Path("export_name", item), context);

    public Task<ChatJob> StartAsync(bool withFiles, CallContext context) =>
        Jobs.StartAsync(new NewJob("export_process", withFiles ? new Dictionary<string, string> { ["include_attachments"] = "true" } : null), context);

    public async Task<ChatExport> CompleteAsync(bool withFiles, TimeSpan? timeout, CallContext context)
    {
        var before = await NamesAsync(context).ConfigureAwait(false);
        var job = await StartAsync(withFiles, context).ConfigureAwait(false);
        await Jobs.WaitAsync(job.Id, timeout, context).ConfigureAwait(false);
        var made = await NamesAsync(context).ConfigureAwait(false);
        made.ExceptWith(before);
        // Newer servers name the archive after its job, older ones do not say which it is.
        var name = made.FirstOrDefault(name => name.StartsWith(job.Id, StringComparison.Ordinal)) ?? (made.Count == 1 ? made.First() : null);
        return name is not null ? ToExport(name, job.Id) : throw new ChatException(
            ChatErrorReason.InvalidResponse, $"The export is made, but of {made.Count} new archives none tells that it is the one.")
        {
            Target = job,
            Advice = "Get-ChatExport lists them.",
        };
    }

    public async Task SaveAsync(string export, Stream target, Action<long, long?> report, CallContext context)
    {
        var policy = context.Retry ?? Connection.Session.Retry;
        for (var (from, attempt) = (0L, 0); ; attempt++)
        {
            try
            {
                await ReadAsync(export, target, from, report, context).ConfigureAwait(false);
                return;
            }
            catch (ChatException e) when (e is { Reason: ChatErrorReason.ConnectionFailed or ChatErrorReason.Timeout, NeverSent: false }
                && policy.RetryConnectionErrors && (target.Length > from || attempt < policy.MaxRetries))
            {
                // As long as it gets on, it may break as often as it likes.
                if (target.Length > from)
                    (from, attempt) = (target.Length, 0);
                var pause = RetryPipeline.Backoff(policy, attempt);
                context.Log.Waiting(pause, $"before going on with {export} at {from} bytes, because the connection failed");
                await Task.Delay(pause, Connection.Clock, context.Cancellation).ConfigureAwait(false);
            }
        }
    }

    private Task<ApiResponse> ReadAsync(string export, Stream target, long from, Action<long, long?> report, CallContext context)
    {
        var rest = new RestOfStream(target);
        var request = Call(DownloadExport).Path("export_name", export).ToRequest();
        if (from > 0)
            request = request.WithHeader("Range", $"bytes={from}-");
        return Connection.Api.SendAsync(
            // Repeated as it is, it would ask for what has come.
            request with
            {
                IsIdempotent = false,
                Download = new ApiDownload(rest, (done, total) => report(rest.Begin + done, rest.Begin + total))
                {
                    Begun = answer => rest.Begin = answer.Status == HttpStatusCode.PartialContent ? from : 0,
                },
            },
            context);
    }

    private async Task<HashSet<string>> NamesAsync(CallContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var export in ListAsync(PageWindow.All, context).ConfigureAwait(false))
            names.Add(export.Name);
        return names;
    }

    private ChatExport ToExport(string name, string? job = null) => new() { Session = Connection.Session, Name = name, JobId = job };
}
