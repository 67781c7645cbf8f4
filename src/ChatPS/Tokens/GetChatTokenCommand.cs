using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Gets what the account has permitted, its own tokens and those of applications; on Hathora the tokens of a team.</summary>
[Cmdlet(VerbsCommon.Get, "ChatToken", SupportsPaging = true)]
[OutputType(typeof(ChatToken))]
public sealed class GetChatTokenCommand : OrderedGetCmdlet
{
    /// <summary>The tokens: ids, objects, or patterns that fit a description. A secret is no id. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>The team whose tokens are wanted (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        var team = Team?.Literal;
        foreach (var token in TokenId ?? [null!])
        {
            Guard(token?.Value ?? team, () =>
            {
                var tokens = Require<ITeamItemReader<ChatToken>>(OwnerOf(token, Team));
                WriteItems(
                    token is null ? null : [token],
                    (window, context) => tokens.ListAsync(team, window, context),
                    (item, context) => tokens.GetAsync(team, item, context),
                    found => [found.Description, found.Id]);
            });
        }
    }
}
