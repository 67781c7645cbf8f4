using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Gets the applications of the account that ask people for access.</summary>
[Cmdlet(VerbsCommon.Get, "ChatOAuthClient", SupportsPaging = true)]
[OutputType(typeof(ChatOAuthClient))]
public sealed class GetChatOAuthClientCommand : OrderedGetCmdlet
{
    /// <summary>The OAuth clients: ids, objects, or patterns that fit a name; on Mattermost names too. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OAuthClientId")]
    [SupportsWildcards]
    public OAuthClientIdentity[]? OAuthClient { get; set; }

    /// <summary>The users whose applications are wanted (Mattermost), those that they let in: ids, names, e-mail addresses or objects.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? AuthorizedBy { get; set; }

    private protected override void Process()
    {
        foreach (var user in AuthorizedBy ?? [])
            Guard(user, () => WriteOf(user));
        if (AuthorizedBy is null)
            WriteItemsOf<ChatOAuthClient>(OAuthClient, client => [client.Name, client.Id]);
    }

    private void WriteOf(UserIdentity user)
    {
        var clients = Require<IUserItemReader<ChatOAuthClient>>(user, nameof(AuthorizedBy));
        WriteList(
            (window, context) => clients.ListAsync(user.Ref, window, context),
            OAuthClient is null ? null : client => OAuthClient.Any(wanted => wanted.Fits(client.Name, client.Id)));
    }
}
