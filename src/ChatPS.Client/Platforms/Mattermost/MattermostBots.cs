using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Bots: accounts of programs, each with an owner. They are disabled and enabled, and never removed.</summary>
internal sealed class MattermostBots(Connection connection) : MattermostIntegration(connection),
    IBotReader, IItemCreator<BotChange, ChatBot>, IBotEditor, IBotRemover
{
    private Owned<Wire.Bot, ChatBot> Bots => new(MattermostJson.Default.Bot, bot => bot.OwnerId, ToBot);

    public IAsyncEnumerable<ChatBot> ListAsync(BotFilter filter, PageWindow window, CallContext context) => ListOwned(
        Call(GetBots).Query("include_deleted", filter.IncludeDisabled ? true : null).Query("only_orphaned", filter.Orphaned ? true : null),
        window, Bots, context);

    public async Task<ChatBot> GetAsync(string bot, CallContext context) => await ReadOwnedAsync(
        (await CallOnAsync(GetBot, bot, context).ConfigureAwait(false)).Query("include_deleted", true),
        Bots, context).ConfigureAwait(false);

    public async Task<ChatBot> CreateAsync(BotChange item, CallContext context)
    {
        var created = await WriteAsync(Fill(Call(CreateBot).Body("username", item.UserName), item), context).ConfigureAwait(false);
        var rest = new BotChange { Owner = item.Owner, Icon = item.Icon };
        if (rest == new BotChange())
            return created;
        try
        {
            return await UpdateAsync(created.Id, rest, context).ConfigureAwait(false);
        }
        catch (ChatException e)
        {
            throw e.As(e.Reason, $"The bot '{created.UserName}' was created, but not with everything that was asked for. {e.Message}", "Set the rest with Set-ChatBot.");
        }
    }

    public async Task<ChatBot> UpdateAsync(string bot, BotChange change, CallContext context)
    {
        var id = await Names.UserIdAsync(bot, context).ConfigureAwait(false);
        // Whom it shall belong to is looked up before anything is changed.
        var owner = change.Owner is { } user ? await Names.UserIdAsync(user, context).ConfigureAwait(false) : null;
        ChatBot? result = null;
        if (change.Active is { } active)
            result = await WriteAsync(Call(active ? EnableBot : DisableBot).Path("bot_user_id", id), context).ConfigureAwait(false);
        if (change is { UserName: not null } or { DisplayName.IsGiven: true } or { Description.IsGiven: true })
            result = await WriteAsync(Fill(Call(PatchBot).Path("bot_user_id", id).Body("username", change.UserName), change), context).ConfigureAwait(false);
        if (change.Icon.IsGiven)
        {
            await SendAsync(change.Icon.Value is { } icon
                ? Call(SetBotIconImage).Path("bot_user_id", id).File("image", icon.Name, icon.Open)
                : Call(DeleteBotIconImage).Path("bot_user_id", id), context).ConfigureAwait(false);
            result = null;
        }
        // Last, since who gives a bot away may not be allowed to change it any more.
        if (owner is not null)
            result = await WriteAsync(Call(AssignBot).Path("bot_user_id", id).Path("user_id", owner), context).ConfigureAwait(false);
        return result ?? await GetAsync(id, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string bot, CallContext context) => await SendAsync(await CallOnAsync(DisableBot, bot, context).ConfigureAwait(false), context).ConfigureAwait(false);

    private async Task<ApiCall> CallOnAsync(string operation, string bot, CallContext context) =>
        Call(operation).Path("bot_user_id", await Names.UserIdAsync(bot, context).ConfigureAwait(false));

    private static ApiCall Fill(ApiCall call, BotChange bot) => call
        .Body("display_name", bot.DisplayName.IsGiven ? bot.DisplayName.Value ?? "" : null)
        .Body("description", bot.Description.IsGiven ? bot.Description.Value ?? "" : null);

    private Task<ChatBot> WriteAsync(ApiCall call, CallContext context) => WriteOwnedAsync(call, Bots, context);

    private ChatBot ToBot(Wire.Bot bot, string? owner) => new()
    {
        Session = Connection.Session,
        Unnamed = bot.Unnamed,
        Id = bot.UserId,
        UserName = bot.Username,
        DisplayName = Filled(bot.DisplayName),
        Description = Filled(bot.Description),
        OwnerId = Filled(bot.OwnerId),
        Owner = owner,
        IsActive = bot.DeleteAt == 0,
        CreatedAt = MattermostTime.Read(bot.CreateAt),
        UpdatedAt = MattermostTime.Read(bot.UpdateAt),
        IconUpdatedAt = MattermostTime.Read(bot.LastIconUpdate),
        DisabledAt = MattermostTime.Read(bot.DeleteAt),
    };
}
