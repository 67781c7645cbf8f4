using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Tokens of organizations. They do not end by themselves, and revoked ones stay in the list.</summary>
internal sealed class HathoraTokens(Connection connection) : HathoraResource(connection),
    ITeamItemReader<ChatToken>, ITeamItemCreator<NewToken, ChatToken>, ITeamItemRemover<ChatToken>
{
    private const string Everything = "admin";
    private const int LongestName = 64;

    public IAsyncEnumerable<ChatToken> ListAsync(string? team, PageWindow window, CallContext context) =>
        List(() => CallOnTeamAsync(GetOrgTokens, team, context), window, HathoraJson.Default.OrgToken, token => ToToken(token), context);

    public Task<ChatToken> GetAsync(string? team, string item, CallContext context) => ListAsync(team, PageWindow.All, context).FindAsync(
        token => token.Id == item,
        () => new ChatException(ChatErrorReason.NotFound, $"The team '{Connection.Session.TeamOr(team)}' has no token '{item}'.")
        {
            Advice = "Give the token's id: Get-ChatToken lists them. A pattern finds tokens by their names.",
        });

    public async Task<ChatToken> CreateAsync(string? team, NewToken item, CallContext context)
    {
        Unsupported.IfGiven(item.User, ChatPlatform.Hathora, "User");
        Unsupported.IfGiven(item.ExpiresIn.Value, ChatPlatform.Hathora, "ExpiresIn");
        Unsupported.IfGiven(item.Client, ChatPlatform.Hathora, "Client");
        Unsupported.IfGiven(item.GrantType, ChatPlatform.Hathora, "GrantType");
        Unsupported.IfGiven(item.UserName, ChatPlatform.Hathora, "Credential");
        if (item.Description is not { Length: > 0 and <= LongestName } name)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"A token of a team has a name of 1 to {LongestName} characters.")
            {
                Advice = "Give -Description: it is the token's name.",
            };
        var call = (await CallOnTeamAsync(CreateOrgToken, team, context).ConfigureAwait(false))
            .Body("name", name)
            .Body("scopes", item.Scope switch
            {
                null or { Count: 0 } => null,
                [Everything] => Everything,
                var scopes => scopes,
            });
        var created = await ReadAsync(call, HathoraJson.Default.CreatedOrgToken, context).ConfigureAwait(false);
        Connection.Mask.Add(new Secret(created.PlainTextToken));
        return ToToken(created.OrgToken, created.PlainTextToken);
    }

    public async Task RemoveAsync(string? team, string item, CallContext context) => await ConfirmAsync(
        (await CallOnTeamAsync(RevokeOrgToken, team, context).ConfigureAwait(false)).Path("orgTokenId", item),
        "Get-ChatToken shows whether the token still holds.", context).ConfigureAwait(false);

    private ChatToken ToToken(Wire.OrgToken token, string? secret = null) => new()
    {
        Session = Connection.Session,
        Unnamed = token.Unnamed,
        Id = token.OrgTokenId,
        TeamId = token.OrgId,
        Description = token.Name,
        Status = token.Status,
        Scope = token.Scopes is { Role: { } word } ? [word] : token.Scopes?.Scopes ?? [],
        Token = Secret.Keep(secret),
        LastFour = token.LastFourCharsOfKey,
        CreatedBy = token.CreatedBy,
        CreatedAt = token.CreatedAt,
    };
}
