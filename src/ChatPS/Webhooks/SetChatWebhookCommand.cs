using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Changes webhooks of an app, an add-on or a room.</summary>
[Cmdlet(VerbsCommon.Set, "ChatWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class SetChatWebhookCommand : WebhookWriteCmdlet
{
    /// <summary>The webhooks: ids, keys or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>The address that shall be told from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>Which events shall be told from now on, in place of those before, such as api:release, api:build or api:dyno; in a room one, such as room_message.</summary>
    [Parameter]
    [Alias("Events", "Include")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? Event { get; set; }

    /// <summary>What people shall know the webhook by; $null takes the name away (HipChat).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>A regular expression that a message shall have to fit to be told; $null for every message (HipChat).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Pattern { get; set; }

    /// <summary>How deliveries shall show who sent them: jwt, or none (HipChat).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>How hard the platform shall try: notify tells each event once, sync repeats it until the address confirms it, in order (Heroku).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookLevelCompleter))]
    public string? Level { get; set; }

    /// <summary>What the deliveries shall be signed with; $null leaves that to the platform. Left out, it stays as it is (Heroku).</summary>
    [Parameter]
    [AllowNull]
    public SecureString? Secret { get; set; }

    /// <summary>What the deliveries shall carry as their Authorization header; $null for none. Left out, it stays as it is (Heroku).</summary>
    [Parameter]
    [AllowNull]
    public SecureString? Authorization { get; set; }

    /// <summary>Emits the changed webhooks.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new WebhookChange
        {
            Url = Url,
            Events = Event,
            Name = Given(nameof(Name), Name),
            Pattern = Given(nameof(Pattern), Pattern),
            Authentication = Authentication,
            Level = Level,
            Secret = Given(nameof(Secret), Secrets.Of(Secret)),
            Authorization = Given(nameof(Authorization), Secrets.Of(Authorization)),
        };
        RefuseNothing(change, new WebhookChange());
        var passThru = PassThru.IsPresent;
        foreach (var webhook in Webhook!)
        {
            ForWebhook<IWebhookEditor>(
                webhook,
                webhook.Display,
                "Change webhook",
                (webhooks, owner, context) => Emit(webhooks.UpdateAsync(owner, webhook.Literal, change, context), passThru));
        }
    }
}
