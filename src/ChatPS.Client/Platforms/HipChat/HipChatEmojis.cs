using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Emoticons, everybody's and the group's own.</summary>
internal sealed class HipChatEmojis(Connection connection) : Resource(connection), IItemReader<ChatEmoji>
{
    public IAsyncEnumerable<ChatEmoji> ListAsync(PageWindow window, CallContext context) =>
        List(Call(GetAllEmoticons), window, HipChatJson.Default.Emoticon, ToEmoji, context);

    public Task<ChatEmoji> GetAsync(string item, CallContext context) =>
        SendAsync(Call(GetEmoticon).Path("emoticon_id_or_key", item), HipChatJson.Default.Emoticon, ToEmoji, context);

    private ChatEmoji ToEmoji(Wire.Emoticon emoticon) => new()
    {
        Session = Connection.Session,
        Unnamed = emoticon.Unnamed,
        Id = emoticon.Id,
        Name = emoticon.Shortcut,
        Type = emoticon.Type,
        Url = emoticon.Url,
        Width = emoticon.Width,
        Height = emoticon.Height,
        UserId = emoticon.Creator?.Id,
        UserName = emoticon.Creator?.MentionName ?? emoticon.Creator?.Name,
    };
}
