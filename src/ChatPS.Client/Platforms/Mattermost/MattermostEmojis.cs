using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The emojis that people added to the server. Those that it brings along are not among them.</summary>
internal sealed class MattermostEmojis(Connection connection) : MattermostIntegration(connection),
    IItemReader<ChatEmoji>, IItemSearcher<ChatEmoji>, IItemCreator<NewEmoji, ChatEmoji>, IItemRemover<ChatEmoji>, IEmojiImageReader
{
    public IAsyncEnumerable<ChatEmoji> ListAsync(PageWindow window, CallContext context)
    {
        var call = Call(GetEmojiList);
        // The one order that the server has.
        if (window is { SortBy: "name", Descending: false })
            (call, window) = (call.Query("sort", "name"), window with { SortBy = null });
        return List(call, window, context);
    }

    public IAsyncEnumerable<ChatEmoji> SearchAsync(string words, PageWindow window, CallContext context) =>
        List(Call(SearchEmoji).Body("term", NameIn(words)), window, context);

    public Task<ChatEmoji> GetAsync(string item, CallContext context) => ReadOwnedAsync(
        MattermostNames.IsId(item) ? Call(GetEmoji).Path("emoji_id", item) : Call(GetEmojiByName).Path("emoji_name", NameIn(item)),
        Emojis, context);

    public Task<ChatEmoji> CreateAsync(NewEmoji item, CallContext context)
    {
        var me = Connection.Session.UserId ?? throw MattermostLocalMode.Nobody("whose the emoji could be");
        // A part of the form that is JSON itself.
        var emoji = new JsonObject { ["name"] = NameIn(item.Name), ["creator_id"] = me };
        var call = Call(CreateEmoji).Body("emoji", emoji.ToJsonString()).File("image", item.Image.Name, item.Image.Open);
        return WriteOwnedAsync(call, Emojis, context);
    }

    public async Task RemoveAsync(string item, CallContext context)
    {
        var id = MattermostNames.IsId(item) ? item : (await SendAsync(
            Call(GetEmojiByName).Path("emoji_name", NameIn(item)), MattermostJson.Default.Emoji, emoji => emoji.Id, context).ConfigureAwait(false));
        await SendAsync(Call(DeleteEmoji).Path("emoji_id", id), context).ConfigureAwait(false);
    }

    public async Task<EmojiImage> GetImageAsync(string emoji, CallContext context)
    {
        var response = await Connection.Api.SendAsync(Call(GetEmojiImage).Path("emoji_id", emoji).ToRequest(), context).ConfigureAwait(false);
        return new EmojiImage(response.Content, response.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "image/png" => ".png",
            "image/gif" => ".gif",
            "image/jpeg" => ".jpg",
            _ => "",
        });
    }

    private IAsyncEnumerable<ChatEmoji> List(ApiCall call, PageWindow window, CallContext context) =>
        ListOwned(call, window, Emojis, context);

    private Owned<Wire.Emoji, ChatEmoji> Emojis => new(MattermostJson.Default.Emoji, emoji => emoji.CreatorId, ToEmoji);

    private static string NameIn(string emoji) => emoji.Trim().Trim(':');

    private ChatEmoji ToEmoji(Wire.Emoji emoji, string? creator) => new()
    {
        Session = Connection.Session,
        Unnamed = emoji.Unnamed,
        Id = emoji.Id,
        Name = emoji.Name,
        Url = new Uri(Connection.Session.BaseUri, $"api/v4/emoji/{emoji.Id}/image").AbsoluteUri,
        UserId = Filled(emoji.CreatorId),
        UserName = creator,
        CreatedAt = MattermostTime.Read(emoji.CreateAt),
        UpdatedAt = MattermostTime.Read(emoji.UpdateAt),
    };
}
