using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Changes what tokens are for, gives them another secret, or has them let nobody in for a while.</summary>
[Cmdlet(VerbsCommon.Set, "ChatToken", SupportsShouldProcess = true)]
[OutputType(typeof(ChatToken))]
public sealed class SetChatTokenCommand : WriteCmdlet
{
    /// <summary>The tokens: ids or objects. A secret is no id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>What the token is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The OAuth client that the token shall belong to: an id or an object.</summary>
    [Parameter]
    [Alias("OAuthClient")]
    public OAuthClientIdentity? Client { get; set; }

    /// <summary>The secret of that OAuth client.</summary>
    [Parameter]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Gives the token another secret and emits it: the old one is no longer good for anything.</summary>
    [Parameter]
    public SwitchParameter Regenerate { get; set; }

    /// <summary>Has the token let people in again, or with $false nobody any more until it is set again (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    /// <summary>Emits the changed tokens.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new TokenChange
        {
            Description = Description,
            Client = Client?.Value,
            ClientSecret = Secrets.Of(ClientSecret),
            Regenerate = Regenerate,
            Active = Given(nameof(Active), Active),
        };
        RefuseNothing(change with { ClientSecret = null }, new TokenChange());
        // A new secret that nobody gets to see would lock everybody out.
        var wanted = PassThru || Regenerate;
        ForEach<IItemEditor<TokenChange, ChatToken>>(
            TokenId!, "Change token", (tokens, token, context) => Emit(tokens.UpdateAsync(token, change, context), wanted));
    }
}
