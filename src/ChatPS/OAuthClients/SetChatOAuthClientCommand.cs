using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.OAuthClients;

/// <summary>Changes OAuth clients, or gives them another secret.</summary>
[Cmdlet(VerbsCommon.Set, "ChatOAuthClient", SupportsShouldProcess = true)]
[OutputType(typeof(ChatOAuthClient))]
public sealed class SetChatOAuthClientCommand : WriteCmdlet
{
    /// <summary>The OAuth clients: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OAuthClientId")]
    public OAuthClientIdentity[]? OAuthClient { get; set; }

    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Where people shall be sent from now on: an https address, or one of this computer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RedirectUri { get; set; }

    /// <summary>Gives the client another secret and emits it: the old one is no longer good for anything.</summary>
    [Parameter]
    public SwitchParameter RotateSecret { get; set; }

    /// <summary>Emits the changed clients.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new OAuthClientChange { Name = Name, RedirectUri = RedirectUri, RotateSecret = RotateSecret };
        RefuseNothing(change, new OAuthClientChange());
        // A new secret that nobody gets to see would lock the application out.
        var wanted = PassThru || RotateSecret;
        ForEach<IItemEditor<OAuthClientChange, ChatOAuthClient>>(
            OAuthClient!, "Change OAuth client", (clients, client, context) => Emit(clients.UpdateAsync(client, change, context), wanted));
    }
}
