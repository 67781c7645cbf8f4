using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Archives of the whole server.</summary>
internal sealed class MattermostExports(Connection connection) : Resource(connection), IExporter, IExportLinker, IItemReader<ChatExport>, IItemRemover<ChatExport>
{
    private MattermostJobs Jobs => Connection.Get<MattermostJobs>();

    public IAsyncEnumerable<ChatExport> ListAsync(PageWindow window, CallContext context) =>
        Connection.Api.ListAsync(Call(ListExports).ToRequest(), window, name => ToExport(name.GetString() ?? ""), context);

    public Task<ChatExport> GetAsync(string item, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        export => export.Name == item,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no export '{item}'.") { Advice = "Get-ChatExport lists those that there are." });

    // The server answers for one that is not there as if it had been; nothing is lost by that.
    public Task RemoveAsync(string item, CallContext context) => SendAsync(Call(DeleteExport).Path("export_name", item), context);

    public Task<ChatJob> StartAsync(NewExport export, CallContext context)
    {
        var data = new Dictionary<string, string>();
        if (export.WithFiles)
            data["include_attachments"] = "true";
        if (export.WithArchived)
            data["include_archived_channels"] = "true";
        return Jobs.StartAsync(new NewJob("export_process", data.Count == 0 ? null : data), context);
    }

    public async Task<ChatExport> CompleteAsync(NewExport export, TimeSpan? timeout, CallContext context)
    {
        var before = await NamesAsync(context).ConfigureAwait(false);
        var job = await StartAsync(export, context).ConfigureAwait(false);
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

    public Task SaveAsync(string export, Stream target, Action<long, long?> report, CallContext context) =>
        Connection.SaveAsync(export, () => Call(DownloadExport).Path("export_name", export), target, report, context);

    public async Task<ChatExport> LinkAsync(string export, CallContext context)
    {
        var link = await ReadAsync(Call(PresignExport).Path("export_name", export), MattermostJson.Default.PresignedUrl, context).ConfigureAwait(false);
        // Whoever knows the address has the archive.
        Connection.Mask.Add(new Secret(link.Url));
        return new ChatExport
        {
            Session = Connection.Session,
            Name = export,
            Link = link.Url,
            LinkExpiresAt = Connection.Clock.GetUtcNow() + TimeSpan.FromMicroseconds(link.Expiration / 1000.0),
        };
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
