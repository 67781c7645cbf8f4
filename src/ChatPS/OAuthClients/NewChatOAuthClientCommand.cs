using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Registers an application that asks people for access, and emits it with its secret.</summary>
[Cmdlet(VerbsCommon.New, "ChatOAuthClient", SupportsShouldProcess = true)]
[OutputType(typeof(ChatOAuthClient))]
public sealed class NewChatOAuthClientCommand : WriteCmdlet
{
    /// <summary>The name that people shall see when they are asked.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Where people are sent with a code after they agreed: an https address, or one of this computer.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? RedirectUri { get; set; }

    private protected override void Process()
    {
        var client = new NewOAuthClient(Name!, RedirectUri!);
        Guard(client.Name, () =>
        {
            var clients = Require<IItemCreator<NewOAuthClient, ChatOAuthClient>>();
            if (Should(client.Name, "Register OAuth client"))
                Submit(client.Name, context => Emit(clients.CreateAsync(client, context)));
        });
    }
}
