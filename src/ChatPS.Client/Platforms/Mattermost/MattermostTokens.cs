using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Personal access tokens, of people and bots. The server tells a secret once.</summary>
internal sealed class MattermostTokens(Connection connection) : MattermostIntegration(connection),
    ITeamItemReader<ChatToken>, IUserItemReader<ChatToken>, IItemSearcher<ChatToken>,
    ITeamItemCreator<NewToken, ChatToken>, IItemEditor<TokenChange, ChatToken>, ITeamItemRemover<ChatToken>
{
    /// <summary>Everybody's for who administers the server, and the account's own for others.</summary>
    public IAsyncEnumerable<ChatToken> ListAsync(string? team, PageWindow window, CallContext context)
    {
        RefuseTeam(team);
        return MattermostPlatform.IsAdmin(Connection)
            ? List(Call(GetUserAccessTokens), window, context)
            : ListAsync(UserRef.Me, window, context);
    }

    public IAsyncEnumerable<ChatToken> ListAsync(UserRef user, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () => List(
        Call(GetUserAccessTokensForUser).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)), window, context));

    public IAsyncEnumerable<ChatToken> SearchAsync(string words, PageWindow window, CallContext context) =>
        List(Call(SearchUserAccessTokens).Body("term", words), window, context);

    public Task<ChatToken> GetAsync(string? team, string item, CallContext context)
    {
        RefuseTeam(team);
        return ReadOwnedAsync(Call(GetUserAccessToken).Path("token_id", item), Tokens, context);
    }

    public async Task<ChatToken> CreateAsync(string? team, NewToken item, CallContext context)
    {
        RefuseTeam(team);
        Unsupported.IfGiven(item.Scope, ChatPlatform.Mattermost, "Scope");
        Unsupported.IfGiven(item.ExpiresIn.Value, ChatPlatform.Mattermost, "ExpiresIn");
        Unsupported.IfGiven(item.Client, ChatPlatform.Mattermost, "Client");
        Unsupported.IfGiven(item.GrantType, ChatPlatform.Mattermost, "GrantType");
        Unsupported.IfGiven(item.UserName, ChatPlatform.Mattermost, "Credential");
        if (item.Description is not { Length: > 0 } description)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A token of Mattermost needs a description.") { Advice = "Say with -Description what it is for." };
        var call = Call(CreateUserAccessToken)
            .Path("user_id", await Names.UserIdAsync((item.User ?? UserRef.Me).Value, context).ConfigureAwait(false))
            .Body("description", description);
        return await SendAsync(call, MattermostJson.Default.AccessToken, token => ToToken(token, item.User?.UserName ?? NameOf(token.UserId, context)), context).ConfigureAwait(false);
    }

    public async Task<ChatToken> UpdateAsync(string item, TokenChange change, CallContext context)
    {
        Unsupported.IfGiven(change.Description, ChatPlatform.Mattermost, "Description");
        Unsupported.IfGiven(change.Client, ChatPlatform.Mattermost, "Client");
        Unsupported.IfGiven(change.ClientSecret, ChatPlatform.Mattermost, "ClientSecret");
        Unsupported.IfGiven(change.Regenerate, ChatPlatform.Mattermost, "Regenerate");
        await SendAsync(Call(change.Active == true ? EnableUserAccessToken : DisableUserAccessToken).Body("token_id", item), context).ConfigureAwait(false);
        return await GetAsync(null, item, context).ConfigureAwait(false);
    }

    public Task RemoveAsync(string? team, string item, CallContext context)
    {
        RefuseTeam(team);
        return SendAsync(Call(RevokeUserAccessToken).Body("token_id", item), context);
    }

    // Tokens are people's and bots'.
    private static void RefuseTeam(string? team) => Unsupported.IfGiven(team, ChatPlatform.Mattermost, "Team");

    private Owned<Wire.AccessToken, ChatToken> Tokens => new(MattermostJson.Default.AccessToken, token => token.UserId, ToToken);

    private IAsyncEnumerable<ChatToken> List(ApiCall call, PageWindow window, CallContext context) =>
        ListOwned(call, window, Tokens, context);

    private ChatToken ToToken(Wire.AccessToken token, string? owner)
    {
        return new ChatToken
        {
            Session = Connection.Session,
            Unnamed = token.Unnamed,
            Id = token.Id,
            Description = Filled(token.Description),
            Status = token.IsActive ? "active" : "disabled",
            Token = Kept(token.Token),
            UserId = Filled(token.UserId),
            UserName = owner,
        };
    }
}
