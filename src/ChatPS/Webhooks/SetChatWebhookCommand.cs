using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Changes webhooks of an app, an add-on, a room or a team.</summary>
[Cmdlet(VerbsCommon.Set, "ChatWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class SetChatWebhookCommand : WebhookWriteCmdlet
{
    /// <summary>The webhooks: ids, keys, names (Mattermost) or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WebhookId")]
    public WebhookIdentity[]? Webhook { get; set; }

    /// <summary>Which kind of webhook it is (Mattermost): incoming or outgoing. Left out, the server is asked; an object tells it itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookDirectionCompleter))]
    public string? Direction { get; set; }

    /// <summary>The address that shall be told from now on; on Mattermost there may be several.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Url { get; set; }

    /// <summary>Which events shall be told from now on, in place of those before, such as api:release, api:build or api:dyno; in a room one, such as room_message.</summary>
    [Parameter]
    [Alias("Events", "Include")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? Event { get; set; }

    /// <summary>What people shall know the webhook by; $null takes the name away (HipChat, Mattermost).</summary>
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

    /// <summary>What it is for; $null takes that away (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The room that messages shall go to from now on or, of an outgoing webhook, be told from; $null for all rooms of the team (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public string? NewRoom { get; set; }

    /// <summary>The name that its messages shall show; $null for the owner's (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? PostAs { get; set; }

    /// <summary>The address of the picture that its messages shall show; $null for the owner's (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? IconUrl { get; set; }

    /// <summary>Has incoming messages go to the webhook's own room alone, or with $false to any that they name (Mattermost).</summary>
    [Parameter]
    public SwitchParameter RoomLocked { get; set; }

    /// <summary>The words that a message shall have to begin with to be told, in place of those before (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? TriggerWord { get; set; }

    /// <summary>Whether the first word shall have to be a trigger word (exact) or to begin with one (start); Mattermost.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookTriggerCompleter))]
    public string? TriggerWhen { get; set; }

    /// <summary>The form in which messages shall be told, such as application/json (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WebhookContentTypeCompleter))]
    public string? ContentType { get; set; }

    /// <summary>Gives an outgoing webhook another token and emits it: deliveries carry the old one no more (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Regenerate { get; set; }

    /// <summary>Emits the changed webhooks.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string? NamedDirection => Direction;

    private protected override void Process()
    {
        var change = new WebhookChange
        {
            Urls = Url,
            Events = Event,
            Name = Given(nameof(Name), Name),
            Pattern = Given(nameof(Pattern), Pattern),
            Authentication = Authentication,
            Level = Level,
            Secret = Given(nameof(Secret), Secrets.Of(Secret)),
            Authorization = Given(nameof(Authorization), Secrets.Of(Authorization)),
            Message = new MessageHook
            {
                Description = Given(nameof(Description), Description),
                Room = Given(nameof(NewRoom), NewRoom),
                PostAs = Given(nameof(PostAs), PostAs),
                IconUrl = Given(nameof(IconUrl), IconUrl),
                RoomLocked = Given(nameof(RoomLocked), RoomLocked),
                TriggerWords = TriggerWord,
                TriggerWhen = TriggerWhen,
                ContentType = ContentType,
                Regenerate = Regenerate,
            },
        };
        RefuseNothing(change, new WebhookChange());
        // A new token that nobody gets to see would be of no use.
        var wanted = PassThru || Regenerate;
        foreach (var webhook in Webhook!)
        {
            ForWebhook<IWebhookEditor>(
                webhook,
                webhook.Display,
                "Change webhook",
                (webhooks, owner, context) => Emit(webhooks.UpdateAsync(owner, webhook.Literal, change, context), wanted));
        }
    }
}
