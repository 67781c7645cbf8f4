using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Gets what the account has permitted: its own tokens and those of applications.</summary>
[Cmdlet(VerbsCommon.Get, "ChatToken", SupportsPaging = true)]
[OutputType(typeof(ChatToken))]
public sealed class GetChatTokenCommand : ItemGetCmdlet
{
    /// <summary>The tokens: ids, objects, or patterns that fit a description. A secret is no id. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public TokenIdentity[]? TokenId { get; set; }

    private protected override void Process() => WriteItems<ChatToken>(TokenId, token => [token.Description, token.Id]);
}
