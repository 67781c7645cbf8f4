using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Whether users can be reached, which is a part of their accounts.</summary>
internal sealed class HipChatUserPresences(Connection connection) : HipChatResource(connection), IUserPresenceReader, IUserPresenceEditor
{
    private HipChatUsers Users => Connection.Get<HipChatUsers>();

    public IEnumerable<Task<ChatUserPresence>> Find(IReadOnlyList<UserRef> users, CallContext context) => users.Select(user => ReadAsync(user, context));

    public async Task<ChatUserPresence?> UpdateAsync(UserRef user, PresenceChange change, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(change.Emoji, ChatPlatform.HipChat, "Emoji");
        Unsupported.IfGiven(change.Until, ChatPlatform.HipChat, "Until");
        var id = await Users.ReplaceAsync(
            user,
            new UserChange(),
            now => new Dictionary<string, string?>
            {
                ["status"] = change.Message ?? now?.Status ?? "",
                ["show"] = change.Status ?? now?.Show,
            },
            context).ConfigureAwait(false);
        return wanted ? await ReadAsync(new UserRef(id), context).ConfigureAwait(false) : null;
    }

    private async Task<ChatUserPresence> ReadAsync(UserRef user, CallContext context) =>
        Users.ToPresence(await Users.ReadAsync(user, context).ConfigureAwait(false));
}
