using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The server's applications, which ask people for access.</summary>
internal sealed class MattermostOAuthClients(Connection connection) : MattermostIntegration(connection),
    IItemReader<ChatOAuthClient>, IUserItemReader<ChatOAuthClient>, IItemCreator<NewOAuthClient, ChatOAuthClient>,
    IItemEditor<OAuthClientChange, ChatOAuthClient>, IItemRemover<ChatOAuthClient>
{
    private Owned<Wire.OAuthApp, ChatOAuthClient> Apps => new(MattermostJson.Default.OAuthApp, app => app.CreatorId, ToClient);

    public IAsyncEnumerable<ChatOAuthClient> ListAsync(PageWindow window, CallContext context) => List(Call(GetOAuthApps), window, context);

    /// <summary>The applications that a user let in.</summary>
    public IAsyncEnumerable<ChatOAuthClient> ListAsync(UserRef user, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () => List(
        Call(GetAuthorizedOAuthAppsForUser).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)), window, context));

    public async Task<ChatOAuthClient> GetAsync(string item, CallContext context) => MattermostNames.IsId(item)
        ? await ReadOwnedAsync(Call(GetOAuthApp).Path("app_id", item), Apps, context).ConfigureAwait(false)
        : await FindAsync(item, context).ConfigureAwait(false);

    public Task<ChatOAuthClient> CreateAsync(NewOAuthClient item, CallContext context)
    {
        if (item.Detail.Homepage is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "An application of Mattermost needs an address where people read about it.") { Advice = "Give it with -Homepage." };
        // The server wants to see a description, though it may be empty.
        var body = new JsonObject { ["name"] = item.Name, ["description"] = "" };
        Fill(body, item.RedirectUris, item.Detail);
        return WriteAsync(Call(CreateOAuthApp).Content(body), context);
    }

    public async Task<ChatOAuthClient> UpdateAsync(string item, OAuthClientChange change, CallContext context)
    {
        var id = await IdAsync(item, context).ConfigureAwait(false);
        ChatOAuthClient? result = null;
        if (change with { RotateSecret = false } != new OAuthClientChange())
            result = await WriteAsync(await ReplacementAsync(Call(GetOAuthApp).Path("app_id", id), Call(UpdateOAuthApp).Path("app_id", id), body =>
            {
                Set(body, "name", change.Name);
                Fill(body, change.RedirectUris, change.Detail);
            }, context).ConfigureAwait(false), context).ConfigureAwait(false);
        if (change.RotateSecret)
            result = await WriteAsync(Call(RegenerateOAuthAppSecret).Path("app_id", id), context).ConfigureAwait(false);
        return result!;
    }

    public async Task RemoveAsync(string item, CallContext context) =>
        await SendAsync(Call(DeleteOAuthApp).Path("app_id", await IdAsync(item, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    private IAsyncEnumerable<ChatOAuthClient> List(ApiCall call, PageWindow window, CallContext context) =>
        ListOwned(call, window, Apps, context);

    private async Task<string> IdAsync(string item, CallContext context) =>
        MattermostNames.IsId(item) ? item : (await FindAsync(item, context).ConfigureAwait(false)).Id;

    private Task<ChatOAuthClient> FindAsync(string name, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        client => name.Equals(client.Name, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"There is no OAuth client '{name}'.") { Advice = "Get-ChatOAuthClient lists them; give an id or a name." });

    private static void Fill(JsonObject body, IReadOnlyList<string>? redirectUris, OAuthClientDetail detail)
    {
        Set(body, "callback_urls", redirectUris);
        SetText(body, "description", detail.Description);
        Set(body, "homepage", detail.Homepage);
        SetText(body, "icon_url", detail.IconUrl);
        Set(body, "is_trusted", detail.Trusted);
    }

    private Task<ChatOAuthClient> WriteAsync(ApiCall call, CallContext context) => WriteOwnedAsync(call, Apps, context);

    private ChatOAuthClient ToClient(Wire.OAuthApp app, string? owner)
    {
        return new ChatOAuthClient
        {
            Session = Connection.Session,
            Unnamed = app.Unnamed,
            Id = app.Id,
            Name = app.Name,
            Description = Filled(app.Description),
            Homepage = Filled(app.Homepage),
            IconUrl = Filled(app.IconUrl),
            IsTrusted = app.IsTrusted,
            RedirectUri = app.CallbackUrls?.FirstOrDefault(),
            RedirectUris = app.CallbackUrls ?? [],
            Secret = Kept(app.ClientSecret),
            OwnerId = Filled(app.CreatorId),
            Owner = owner,
            CreatedAt = MattermostTime.Read(app.CreateAt),
            UpdatedAt = MattermostTime.Read(app.UpdateAt),
        };
    }
}
