using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Files that are shared: each is a message of its own.</summary>
internal sealed class HipChatFiles(Connection connection) : HipChatConversation(connection), IFileSender
{
    public async Task<IReadOnlyList<ChatFile>> SendAsync(FileTarget target, IReadOnlyList<FileUpload> files, CallContext context)
    {
        Unsupported.IfGiven(target.Team, ChatPlatform.HipChat, "Team");
        var text = target.Text ?? "";
        foreach (var file in files)
        {
            var call = CallOn(ShareFileWithRoom, ShareFileWithUser, target.Room, target.User)
                .Body("metadata", new Dictionary<string, string> { ["message"] = text })
                .File("file", file.Name, file.Open, (done, total) => context.Log.Progress($"Uploading {file.Name}", done, total));
            await SendAsync(call, context).ConfigureAwait(false);
            text = "";
        }
        // The server tells nothing of what it took.
        return [];
    }
}
