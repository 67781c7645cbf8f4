using System.Security.Cryptography;
using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Tokens. The server knows each by nothing but its secret, and lists none: the session knows its own.</summary>
internal sealed class HipChatTokens(Connection connection) : Resource(connection),
    ITeamItemReader<ChatToken>, ITeamItemCreator<NewToken, ChatToken>, IItemCreator<TokenExchange, ChatToken>, ISecretTokens
{
    private const string ByPassword = "password";
    private const string ByClient = "client_credentials";

    public IAsyncEnumerable<ChatToken> ListAsync(string? team, PageWindow window, CallContext context)
    {
        RefuseTeam(team);
        return window.Cut(ListAsync(context));
    }

    public Task<ChatToken> GetAsync(string? team, string item, CallContext context) => throw new ChatException(
        ChatErrorReason.NotSupported, "HipChat knows a token by nothing but its secret.")
    {
        Advice = "Give the secret with -Token, as a secure string.",
    };

    public async Task<ChatToken> GetAsync(Secret token, CallContext context)
    {
        Masked(token);
        var session = await ReadAsync(
            Call(GetSession).Path("access_token", token.Reveal()), HipChatJson.Default.TokenSession, context).ConfigureAwait(false);
        return new ChatToken
        {
            Session = Connection.Session,
            Unnamed = session.Unnamed,
            Id = IdOf(token),
            Description = session.Name ?? session.Client?.Name,
            Scope = session.AllScopes,
            Token = Secret.Keep(token.Reveal()),
            RefreshToken = Kept(session.RefreshToken),
            ExpiresAt = EndOf(session.ExpiresIn),
            ClientName = session.Client?.Name,
            UserId = session.Owner?.Id,
            UserName = session.Owner?.MentionName ?? session.Owner?.Name,
            RoomId = session.Client?.Room?.Id,
        };
    }

    public Task RemoveAsync(Secret token, CallContext context)
    {
        Masked(token);
        return SendAsync(Call(DeleteSession).Path("access_token", token.Reveal()), context);
    }

    public async Task<ChatToken> CreateAsync(string? team, NewToken item, CallContext context)
    {
        RefuseTeam(team);
        Unsupported.IfGiven(item.User, ChatPlatform.HipChat, "User");
        Unsupported.IfGiven(item.ExpiresIn.IsGiven, ChatPlatform.HipChat, "ExpiresIn");
        Unsupported.IfGiven(item.Client, ChatPlatform.HipChat, "Client");
        var type = item.GrantType ?? "personal";
        if ((item.UserName is null) == (type is ByPassword or ByClient))
            throw new ChatException(ChatErrorReason.InvalidRequest, item.UserName is null
                ? $"A token of the type {type} is given to who says a name and a secret."
                : $"A token of the type {type} is made for the session's account.")
            {
                Advice = "Give -Credential with -GrantType password (a person's name and password) or client_credentials (an OAuth client's id and secret), and leave it out otherwise.",
            };
        var call = Call(GenerateToken)
            .Body("grant_type", type)
            .Body("scope", item.Scope is { Count: > 0 } scope ? string.Join(' ', scope) : null)
            .Body("client_name", item.Description);
        if (type == ByPassword)
            call.Body("username", item.UserName).Body("password", Masked(item.Password));
        var grant = type switch
        {
            ByClient => await HipChatSignIn.AskAsync(Connection, call, new BasicAuthentication(item.UserName!, item.Password ?? new Secret("")), context).ConfigureAwait(false),
            ByPassword => await HipChatSignIn.AskAsync(Connection, call, null, context).ConfigureAwait(false),
            _ => await ReadAsync(call, HipChatJson.Default.Grant, context).ConfigureAwait(false),
        };
        return ToToken(grant, item.Description);
    }

    public async Task<ChatToken> CreateAsync(TokenExchange item, CallContext context)
    {
        if (item.RefreshToken is not { } refresh)
            throw new ChatException(ChatErrorReason.NotSupported, "HipChat has nothing for -AuthorizationCode here.")
            {
                Advice = "Use Invoke-ChatOperation GenerateToken, which takes all that a code needs.",
            };
        var call = Call(GenerateToken).Body("grant_type", "refresh_token").Body("refresh_token", Masked(refresh));
        var client = new BasicAuthentication(item.Client ?? "", item.ClientSecret);
        return ToToken(await HipChatSignIn.AskAsync(Connection, call, client, context).ConfigureAwait(false), null);
    }

    private async IAsyncEnumerable<ChatToken> ListAsync(CallContext context)
    {
        yield return await GetAsync(HipChatPlatform.TokenOf(Connection.Authentication), context).ConfigureAwait(false);
    }

    // Tokens are people's and clients'.
    private static void RefuseTeam(string? team) => Unsupported.IfGiven(team, ChatPlatform.HipChat, "Team");

    private ChatToken ToToken(Wire.Grant grant, string? description)
    {
        var token = Masked(Known(grant.AccessToken)) ?? throw new ChatException(ChatErrorReason.InvalidResponse, "The server accepted the request but gave no token.");
        return new ChatToken
        {
            Session = Connection.Session,
            Unnamed = grant.Unnamed,
            Id = IdOf(token),
            Description = description,
            Scope = grant.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Token = Secret.Keep(grant.AccessToken),
            RefreshToken = Kept(grant.RefreshToken),
            ExpiresAt = EndOf(grant.ExpiresIn),
        };
    }

    private DateTimeOffset? EndOf(double? seconds) => seconds is { } left ? Connection.Clock.GetUtcNow().AddSeconds(left) : null;

    private static Secret? Known(string? value) => value is { Length: > 0 } ? new Secret(value) : null;

    // Tells tokens apart, and nothing else.
    private static string IdOf(Secret token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token.Reveal())))[..12];
}
