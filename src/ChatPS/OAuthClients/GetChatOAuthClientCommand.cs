using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Gets the applications of the account that ask people for access.</summary>
[Cmdlet(VerbsCommon.Get, "ChatOAuthClient", SupportsPaging = true)]
[OutputType(typeof(ChatOAuthClient))]
public sealed class GetChatOAuthClientCommand : ItemGetCmdlet
{
    /// <summary>The OAuth clients: ids, objects, or patterns that fit a name. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OAuthClientId")]
    [SupportsWildcards]
    public OAuthClientIdentity[]? OAuthClient { get; set; }

    private protected override void Process() => WriteItems<ChatOAuthClient>(OAuthClient, client => [client.Name, client.Id]);
}
