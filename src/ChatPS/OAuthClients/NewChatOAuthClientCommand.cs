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

    /// <summary>Where people are sent with a code after they agreed: an https address, or one of this computer. On Mattermost there may be several.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? RedirectUri { get; set; }

    /// <summary>What the application does, as people read before they let it in (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>Where people read more of the application, which Mattermost wants to know.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Homepage { get; set; }

    /// <summary>The address of the application's picture (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IconUrl { get; set; }

    /// <summary>Lets people in without asking them (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Trusted { get; set; }

    private protected override void Process()
    {
        var client = new NewOAuthClient(Name!, RedirectUri!)
        {
            Detail = new OAuthClientDetail
            {
                Description = Given(nameof(Description), Description),
                Homepage = Homepage,
                IconUrl = Given(nameof(IconUrl), IconUrl),
                Trusted = Given(nameof(Trusted), Trusted),
            },
        };
        Guard(client.Name, () =>
        {
            var clients = Require<IItemCreator<NewOAuthClient, ChatOAuthClient>>();
            if (Should(client.Name, "Register OAuth client"))
                Submit(client.Name, context => Emit(clients.CreateAsync(client, context)));
        });
    }
}
