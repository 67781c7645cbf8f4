using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Makes a token, or exchanges an authorization code or a refresh token for one.</summary>
[Cmdlet(VerbsCommon.New, "ChatToken", SupportsShouldProcess = true, DefaultParameterSetName = TokenSet)]
[OutputType(typeof(ChatToken))]
public sealed class NewChatTokenCommand : WriteCmdlet
{
    private const string TokenSet = "Token";
    private const string CodeSet = "AuthorizationCode";
    private const string RefreshSet = "RefreshToken";

    /// <summary>
    /// What the token is for, so that you know later which one to revoke; left out, the platform's own words. On Hathora it is the token's
    /// name, which it has to have, with 64 characters at most. Mattermost wants one too.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [NameTransformation]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The user or bot whose the token shall be (Mattermost): an id, a name, an e-mail address or an object. Left out, your own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>
    /// What the token shall be good for. Heroku wants it, as one or more of global (everything), identity, read, write, read-protected
    /// and write-protected (those two reach config vars too). Hathora takes scopes such as builds:read-write, and without any the token may do
    /// everything in its team. HipChat takes scopes such as view_room, and without any the token may do what the server usually permits.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TokenScopeCompleter))]
    public string[]? Scope { get; set; }

    /// <summary>
    /// How long the token shall live: a time span, or a number of seconds. Left out, as long as the platform decides; $null, for ever. Tokens
    /// of Hathora live until they are revoked.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [TimeSpanTransformation]
    [AllowNull]
    public TimeSpan? ExpiresIn { get; set; }

    /// <summary>
    /// The OAuth client that shall get the token, an id or an object: what comes is an authorization code for it to exchange. Left out,
    /// the token is your own. With -RefreshToken the client that the token was made for (HipChat).
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = RefreshSet)]
    [Alias("OAuthClientId", "OAuthClient")]
    public OAuthClientIdentity? Client { get; set; }

    /// <summary>The team that the token shall belong to (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>
    /// By what right the token is made (HipChat): personal or room_notification for the session's account, password for the person whose
    /// name and password -Credential has, client_credentials for the OAuth client whose id and secret it has. Left out, personal.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [ArgumentCompleter(typeof(GrantTypeCompleter))]
    public string? GrantType { get; set; }

    /// <summary>Whose token it shall be, where it is not the session's account's: see -GrantType (HipChat).</summary>
    [Parameter(ParameterSetName = TokenSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>An authorization code to be exchanged for a token. It works once and for a few minutes.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CodeSet)]
    public SecureString? AuthorizationCode { get; set; }

    /// <summary>A refresh token to be exchanged for a token, which takes the place of the one before.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RefreshSet)]
    public SecureString? RefreshToken { get; set; }

    /// <summary>The secret of the OAuth client that the code or refresh token was made for.</summary>
    // Were it mandatory for a code too, the engine would take a piped description for one.
    [Parameter(ParameterSetName = CodeSet)]
    [Parameter(Mandatory = true, ParameterSetName = RefreshSet)]
    public SecureString? ClientSecret { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == TokenSet)
            Make();
        else
            Exchange();
    }

    private void Make()
    {
        var token = new NewToken
        {
            Description = Description,
            Scope = Scope,
            User = User?.Ref,
            ExpiresIn = Given(nameof(ExpiresIn), ExpiresIn),
            Client = Client?.Value,
            GrantType = GrantType,
            UserName = Credential?.UserName,
            Password = Secrets.Of(Credential?.Password),
        };
        var (target, team, user) = (Description ?? "a token without a description", Team?.Literal, User?.Display);
        Guard(target, () =>
        {
            var tokens = Require<ITeamItemCreator<NewToken, ChatToken>>(OwnerOf(OwnerOf(Client, Team), User));
            if (Should(user is null ? target : $"{target} for {user}", "Make token"))
                Submit(target, context => Emit(tokens.CreateAsync(team, token, context)));
        });
    }

    private void Exchange()
    {
        var exchange = new TokenExchange
        {
            AuthorizationCode = Secrets.Of(AuthorizationCode),
            RefreshToken = Secrets.Of(RefreshToken),
            Client = Client?.Value,
            ClientSecret = Secrets.Of(ClientSecret) ?? throw new ChatException(ChatErrorReason.InvalidRequest, "The secret of the OAuth client is missing.")
            {
                Advice = "Give it with -ClientSecret.",
            },
        };
        var target = AuthorizationCode is null ? "a refresh token" : "an authorization code";
        var tokens = Require<IItemCreator<TokenExchange, ChatToken>>(parameter: AuthorizationCode is null ? nameof(RefreshToken) : nameof(AuthorizationCode));
        if (Should(target, "Exchange for a token"))
            Submit(target, context => Emit(tokens.CreateAsync(exchange, context)));
    }
}
