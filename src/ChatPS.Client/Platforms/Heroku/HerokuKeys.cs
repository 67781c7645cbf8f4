using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The SSH keys of the account. Adding and removing them is of the API of 2015: today's has neither.</summary>
internal sealed class HerokuKeys(Connection connection) : Resource(connection), IItemReader<ChatKey>, IItemCreator<NewKey, ChatKey>, IItemRemover<ChatKey>
{
    public IAsyncEnumerable<ChatKey> ListAsync(PageWindow window, CallContext context) => List(Call(KeyList), window, HerokuJson.Default.Key, ToKey, context);

    public Task<ChatKey> GetAsync(string item, CallContext context) =>
        SendAsync(Call(KeyInfo).Path("key_identity", item), HerokuJson.Default.Key, ToKey, context);

    public async Task<ChatKey> CreateAsync(NewKey item, CallContext context)
    {
        try
        {
            return await SendAsync(Call(KeyCreate).Body("public_key", item.PublicKey), HerokuJson.Default.Key, ToKey, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason is ChatErrorReason.NotFound or ChatErrorReason.NotSupported)
        {
            throw Gone(e, "adds");
        }
    }

    public async Task RemoveAsync(string item, CallContext context)
    {
        try
        {
            await SendAsync(Call(KeyDelete).Path("keyIdentity", item), context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason is ChatErrorReason.NotFound or ChatErrorReason.NotSupported)
        {
            // Either the key is not there or the operation: if the key is, it's the operation.
            if (e.Reason == ChatErrorReason.NotFound && !await ExistsAsync(item, context).ConfigureAwait(false))
                throw;
            throw Gone(e, "removes");
        }
    }

    private async Task<bool> ExistsAsync(string item, CallContext context)
    {
        try
        {
            await GetAsync(item, context).ConfigureAwait(false);
            return true;
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
        {
            return false;
        }
    }

    private static ChatException Gone(ChatException e, string does) => e.As(
        ChatErrorReason.NotSupported,
        $"This server no longer {does} SSH keys.",
        "Only older servers do. Git signs in over HTTPS with a token instead: New-ChatToken makes one.");

    private ChatKey ToKey(Wire.Key key) => new()
    {
        Session = Connection.Session,
        Unnamed = key.Unnamed,
        Id = key.Id,
        Fingerprint = key.Fingerprint,
        Comment = key.Comment,
        Email = key.Email,
        PublicKey = key.PublicKey,
        CreatedAt = key.CreatedAt,
        UpdatedAt = key.UpdatedAt,
    };
}
