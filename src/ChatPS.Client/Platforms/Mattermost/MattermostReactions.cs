using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Reactions to posts.</summary>
internal sealed class MattermostReactions(Connection connection) : Resource(connection), IReactionReader, IReactionAdder, IReactionRemover
{
    private readonly MattermostNames _names = new(connection);
    private readonly MattermostUserNames _userNames = new(connection);

    public async Task<IReadOnlyList<IReadOnlyList<ChatReaction>>> ListAsync(IReadOnlyList<string> messages, CallContext context)
    {
        var reactions = await ReadAsync(
            Call(GetBulkReactions).Content(messages.Distinct().ToArray()),
            MattermostJson.Default.DictionaryStringReactionArray, context).ConfigureAwait(false);
        await _userNames.LearnAsync(reactions.Values.SelectMany(list => list ?? []).Select(reaction => reaction.UserId), context).ConfigureAwait(false);
        return [.. messages.Select(id => reactions.GetValueOrDefault(id)?.Select(reaction => ToReaction(reaction, context)).ToArray() ?? [])];
    }

    public async Task<ChatReaction> AddAsync(string message, string emoji, CallContext context)
    {
        var me = Connection.Session.UserId ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, "The server's local mode has no account that could react.")
        {
            Advice = "Connect with -Credential or -Token.",
        };
        var call = Call(SaveReaction).Body("user_id", me).Body("post_id", message).Body("emoji_name", NameOf(emoji));
        return ToReaction(await ReadAsync(call, MattermostJson.Default.Reaction, context).ConfigureAwait(false), context);
    }

    public async Task RemoveAsync(string message, string emoji, string? user, CallContext context) =>
        await SendAsync(Call(DeleteReaction)
            .Path("user_id", await _names.UserIdAsync(user ?? "me", context).ConfigureAwait(false))
            .Path("post_id", message)
            .Path("emoji_name", NameOf(emoji)), context).ConfigureAwait(false);

    private static string NameOf(string emoji) => emoji.Trim().Trim(':');

    private ChatReaction ToReaction(Wire.Reaction reaction, CallContext context) => new()
    {
        Session = Connection.Session,
        Unnamed = reaction.Unnamed,
        MessageId = reaction.PostId,
        UserId = reaction.UserId,
        UserName = _userNames.Find(reaction.UserId, context),
        Emoji = reaction.EmojiName,
        CreatedAt = MattermostTime.Read(reaction.CreateAt),
    };
}
