using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Reactions to posts.</summary>
internal sealed class MattermostReactions(Connection connection) : MattermostResource(connection), IReactionReader, IReactionAdder, IReactionRemover
{
    private Owned<Wire.Reaction, ChatReaction> Reactions => new(MattermostJson.Default.Reaction, reaction => reaction.UserId, ToReaction);

    public async Task<IReadOnlyList<IReadOnlyList<ChatReaction>>> ListAsync(IReadOnlyList<string> messages, CallContext context)
    {
        var reactions = await ReadAsync(
            Call(GetBulkReactions).Content(messages.Distinct().ToArray()),
            MattermostJson.Default.DictionaryStringReactionArray, context).ConfigureAwait(false);
        await LearnNamesAsync(reactions.Values.SelectMany(list => list ?? []).Select(reaction => reaction.UserId), context).ConfigureAwait(false);
        return [.. messages.Select(id => reactions.GetValueOrDefault(id)?.Select(reaction => ToModel(reaction, Reactions, context)).ToArray() ?? [])];
    }

    public async Task<ChatReaction> AddAsync(string message, string emoji, CallContext context)
    {
        var me = Connection.Session.UserId ?? throw MattermostLocalMode.Nobody("that could react");
        var call = Call(SaveReaction).Body("user_id", me).Body("post_id", message).Body("emoji_name", NameOf(emoji));
        return await WriteOwnedAsync(call, Reactions, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string message, string emoji, string? user, CallContext context) =>
        await SendAsync(Call(DeleteReaction)
            .Path("user_id", await Names.UserIdAsync(user ?? "me", context).ConfigureAwait(false))
            .Path("post_id", message)
            .Path("emoji_name", NameOf(emoji)), context).ConfigureAwait(false);

    private static string NameOf(string emoji) => emoji.Trim().Trim(':');

    private ChatReaction ToReaction(Wire.Reaction reaction, string? user) => new()
    {
        Session = Connection.Session,
        Unnamed = reaction.Unnamed,
        MessageId = reaction.PostId,
        UserId = reaction.UserId,
        UserName = user,
        Emoji = reaction.EmojiName,
        CreatedAt = MattermostTime.Read(reaction.CreateAt),
    };
}
