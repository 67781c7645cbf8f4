using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Gets what the account has permitted, its own tokens and those of applications; on Hathora the tokens of a team; on HipChat what a token is good for.</summary>
[Cmdlet(VerbsCommon.Get, "ChatToken", SupportsPaging = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(ChatToken))]
public sealed class GetChatTokenCommand : OrderedGetCmdlet
{
    private const string IdSet = "TokenId";
    private const string SecretSet = "Token";

    /// <summary>The tokens: ids, objects, or patterns that fit a description. A secret is no id. Left out, all; HipChat tells of the session's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [SupportsWildcards]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>The secret of the token to look at, for platforms that know tokens by nothing else (HipChat).</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    public SecureString? Token { get; set; }

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
