using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Files of channels and posts.</summary>
internal sealed class MattermostFiles(Connection connection) : MattermostResource(connection), IFileReader, IFileSender
{
    public Task<ChatFile> GetAsync(string file, CallContext context) => SendAsync(
        Call(GetFileInfo).Path("file_id", file), MattermostJson.Default.UploadedFile, found => ToFile(found), context);

    public IAsyncEnumerable<ChatFile> ListAsync(string message, PageWindow window, CallContext context) =>
        List(Call(GetFileInfosForPost).Path("post_id", message), window, context);

    public IAsyncEnumerable<ChatFile> SearchAsync(string terms, string? team, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        var teamId = await Names.OnlyTeamIdAsync(team, context).ConfigureAwait(false);
        var call = teamId is null
            ? Call(SearchFilesInAllTeams).Content(new Dictionary<string, object> { ["terms"] = terms, ["is_or_search"] = false })
            : Call(SearchFiles).Path("team_id", teamId).Body("terms", terms).Body("is_or_search", false);
        return MattermostAllTeams.OrNameOne(List(call, window, context), teamId is null, context.Cancellation);
    });

    public Task SaveAsync(string file, Stream target, Action<long, long?> report, CallContext context) =>
        DownloadAsync(Call(GetFile).Path("file_id", file), target, report, context);

    public async Task<IReadOnlyList<ChatFile>> SendAsync(FileTarget target, IReadOnlyList<FileUpload> files, CallContext context)
    {
        Unsupported.IfGiven(target.Text, ChatPlatform.Mattermost, "Text");
        var roomId = await Names.RoomIdAsync(target.User, target.Room, target.Team, context).ConfigureAwait(false);
        // The form is where the channel belongs; but only when the address has it too, before the files come, does the
        // server store them as they come instead of gathering them first.
        var call = Call(UploadFile).Query("channel_id", roomId).Body("channel_id", roomId);
        foreach (var file in files)
            call.File("files", file.Name, file.Open);
        var sent = await ReadAsync(call, MattermostJson.Default.UploadedFiles, context).ConfigureAwait(false);
        return [.. (sent.FileInfos ?? []).Select(file => ToFile(file, roomId))];
    }

    private IAsyncEnumerable<ChatFile> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, MattermostJson.Default.UploadedFile, file => ToFile(file), context);

    private ChatFile ToFile(Wire.UploadedFile file, string? roomId = null) => new()
    {
        Session = Connection.Session,
        Unnamed = file.Unnamed,
        Id = file.Id,
        Name = file.Name,
        Size = file.Size,
        MimeType = file.MimeType,
        MessageId = file.PostId is { Length: > 0 } postId ? postId : null,
        RoomId = file.ChannelId is { Length: > 0 } channelId ? channelId : roomId,
        UserId = file.UserId,
        CreatedAt = MattermostTime.Read(file.CreateAt),
        UpdatedAt = MattermostTime.Read(file.UpdateAt),
        DeletedAt = MattermostTime.Read(file.DeleteAt),
    };
}
