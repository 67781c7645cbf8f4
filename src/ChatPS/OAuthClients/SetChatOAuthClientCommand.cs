using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Changes OAuth clients, or gives them another secret.</summary>
[Cmdlet(VerbsCommon.Set, "ChatOAuthClient", SupportsShouldProcess = true)]
[OutputType(typeof(ChatOAuthClient))]
public sealed class SetChatOAuthClientCommand : WriteCmdlet
{
    /// <summary>The OAuth clients: ids, names (Mattermost) or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OAuthClientId")]
    public OAuthClientIdentity[]? OAuthClient { get; set; }

    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Where people shall be sent from now on: an https address, or one of this computer. On Mattermost there may be several, in place of those before.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? RedirectUri { get; set; }

    /// <summary>What the application does, as people read before they let it in; $null for nothing (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Where people read more of the application (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Homepage { get; set; }

    /// <summary>The address of the application's picture; $null for none (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? IconUrl { get; set; }

    /// <summary>Lets people in without asking them, or with $false asks them again (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Trusted { get; set; }

    /// <summary>Gives the client another secret and emits it: the old one is no longer good for anything.</summary>
    [Parameter]
    public SwitchParameter RotateSecret { get; set; }

    /// <summary>Emits the changed clients.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new OAuthClientChange
        {
            Name = Name,
            RedirectUris = RedirectUri,
            RotateSecret = RotateSecret,
            Detail = new OAuthClientDetail
            {
                Description = Given(nameof(Description), Description),
                Homepage = Homepage,
                IconUrl = Given(nameof(IconUrl), IconUrl),
                Trusted = Given(nameof(Trusted), Trusted),
            },
        };
        RefuseNothing(change, new OAuthClientChange());
        // A new secret that nobody gets to see would lock the application out.
        var wanted = PassThru || RotateSecret;
        ForEach<IItemEditor<OAuthClientChange, ChatOAuthClient>>(
            OAuthClient!, "Change OAuth client", (clients, client, context) => Emit(clients.UpdateAsync(client, change, context), wanted));
    }
}
