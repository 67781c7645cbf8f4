using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Archives that the server can take in.</summary>
internal sealed class MattermostImports(Connection connection) : Resource(connection), IImporter, IItemReader<ChatImport>, IItemRemover<ChatImport>
{
    private const string Type = "import";

    // The server's own word for who comes by its local socket.
    private const string Nobody = "nouser";

    private readonly MattermostUploads _uploads = new(connection);

    private bool IsLocal => MattermostLocalMode.Is(Connection);

    public IAsyncEnumerable<ChatImport> ListAsync(PageWindow window, CallContext context) =>
        Connection.Api.ListAsync(Call(ListImports).ToRequest(), window, name => ToImport(name.GetString() ?? ""), context);

    public Task<ChatImport> GetAsync(string item, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        import => import.Name == item,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no import '{item}'.")
        {
            Advice = "Get-ChatImport lists those that are whole, with -Incomplete those that are not.",
        });

    public IAsyncEnumerable<ChatImport> IncompleteAsync(PageWindow window, CallContext context) => window.Cut(OpenAsync(context));

    public Task RemoveAsync(string item, CallContext context) => SendAsync(Call(DeleteImport).Path("import_name", item), context);

    public Task<ImportTarget> TargetAsync(CallContext context) => new MattermostImportTarget(Connection).ReadAsync(context);

    public Task<ChatJob> StartAsync(string import, CallContext context) =>
        Connection.Get<MattermostJobs>().StartAsync(new NewJob("import_process", new Dictionary<string, string> { ["import_file"] = import }), context);

    public async Task<ChatImport> SendAsync(FileUpload file, string? upload, long? partSize, CallContext context)
    {
        long length;
        using (var content = file.OpenRead())
            length = content.Length;
        var target = upload is null ? await BeginAsync(file.Name, length, context).ConfigureAwait(false) : await _uploads.ReadAsync(upload, context).ConfigureAwait(false);
        if (target.Type != Type)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The upload {upload} is of a file for a room, and no import.") { Advice = "Get-ChatImport -Incomplete lists the uploads of imports." };
        if (target.FileSize != length)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{file.Name}' has {length} bytes, and the upload {upload} was begun for {target.FileSize}.")
            {
                Advice = "Give the file that the upload was begun with.",
            };
        try
        {
            await _uploads.SendAsync(target, file, partSize, context).ConfigureAwait(false);
        }
        catch (ChatException e)
        {
            throw e.As(
                e.Reason,
                $"'{file.Name}' is not all there: {target.FileOffset} of {length} bytes have come. {e.Message}",
                "Run Send-ChatImport once more with the same -Path and with -Resume and this error's TargetObject: only what is missing is sent.",
                ToImport(target));
        }
        return ToImport(target);
    }

    private Task<Wire.UploadSession> BeginAsync(string name, long size, CallContext context) => SendAsync(
        Call(CreateUpload)
            .Body("type", Type)
            .Body("filename", name)
            .Body("file_size", size)
            .Body("user_id", IsLocal ? Nobody : null),
        MattermostJson.Default.UploadSession,
        upload => upload,
        context);

    private async IAsyncEnumerable<ChatImport> OpenAsync(CallContext context)
    {
        var uploads = List(Call(GetUploadsForUser).Path("user_id", IsLocal ? Nobody : "me"), PageWindow.All, MattermostJson.Default.UploadSession, upload => upload, context);
        await foreach (var upload in uploads.ConfigureAwait(false))
        {
            if (upload.Type == Type)
                yield return ToImport(upload);
        }
    }

    private ChatImport ToImport(string name) => new() { Session = Connection.Session, Name = name, IsComplete = true };

    private ChatImport ToImport(Wire.UploadSession upload) => new()
    {
        Session = Connection.Session,
        Unnamed = upload.Unnamed,
        Name = $"{upload.Id}_{upload.Filename}",
        IsComplete = upload.FileOffset == upload.FileSize,
        UploadId = upload.Id,
        FileName = upload.Filename,
        Size = upload.FileSize,
        Received = upload.FileOffset,
        UserId = upload.UserId is { Length: > 0 } user ? user : null,
        CreatedAt = MattermostTime.Read(upload.CreateAt),
    };
}
