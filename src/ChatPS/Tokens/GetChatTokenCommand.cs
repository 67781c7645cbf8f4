using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Gets what the account has permitted, its own tokens and those of applications; on Hathora the tokens of a team; on HipChat what a token is good for; on Mattermost the personal access tokens of people and bots.</summary>
[Cmdlet(VerbsCommon.Get, "ChatToken", SupportsPaging = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(ChatToken))]
public sealed class GetChatTokenCommand : OrderedGetCmdlet
{
    private const string IdSet = "TokenId";
    private const string SecretSet = "Token";
    private const string UserSet = "User";
    private const string SearchSet = "Search";

    /// <summary>The tokens: ids, objects, or patterns that fit a description. A secret is no id. Left out, all: on Mattermost everybody's where you administer the server, and your own otherwise; HipChat tells of the session's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [SupportsWildcards]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>The secret of the token to look at, for platforms that know tokens by nothing else (HipChat).</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    public SecureString? Token { get; set; }

    // Were it mandatory, the binder would hold a piped user against the default set, which wants a token.
    /// <summary>The people and bots whose tokens are wanted (Mattermost): ids, names, e-mail addresses or objects.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The beginning of a user's name, or the id of a user or token, whose tokens the platform shall find (Mattermost).</summary>
    [Parameter(Mandatory = true, ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The team whose tokens are wanted (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        if (Token is not null)
        {
            Write(Await(Require<ISecretTokens>(parameter: nameof(Token)).GetAsync(Secrets.Given(Token), Context)));
            return;
        }
        if (Search is { } words)
        {
            var searcher = Require<IItemSearcher<ChatToken>>(parameter: nameof(Search));
            WriteList((window, context) => searcher.SearchAsync(words, window, context));
            return;
        }
        if (ParameterSetName == UserSet)
        {
            foreach (var user in User ?? [])
            {
                Guard(user, () =>
                {
                    var owned = Require<IUserItemReader<ChatToken>>(user, nameof(User));
                    WriteList((window, context) => owned.ListAsync(user.Ref, window, context));
                });
            }
            return;
        }
        var team = Team?.Literal;
        foreach (var token in TokenId ?? [null!])
        {
            Guard(token?.Value ?? team, () =>
            {
                var owner = OwnerOf(token, Team);
                if (token?.Secret is { } secret && ConnectionFor(owner).Find<ISecretTokens>() is { } holders)
                {
                    Write(Await(holders.GetAsync(secret, Context)));
                    return;
                }
                var tokens = Require<ITeamItemReader<ChatToken>>(owner);
                WriteItems(
                    token is null ? null : [token],
                    (window, context) => tokens.ListAsync(team, window, context),
                    (item, context) => tokens.GetAsync(team, item, context),
                    found => [found.Description, found.Id]);
            });
        }
    }
}
