using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Has addresses told of what happens to an app or an add-on, or in a room; on Mattermost also makes an address at which others put messages into a room.</summary>
[Cmdlet(VerbsCommon.New, "ChatWebhook", SupportsShouldProcess = true, DefaultParameterSetName = EventSet)]
[OutputType(typeof(ChatWebhook))]
public sealed class NewChatWebhookCommand : WebhookWriteCmdlet
{
    private const string EventSet = "Event";
    private const string DirectionSet = "Direction";

    /// <summary>
    /// The addresses that are told, such as https://hooks.example.com/deploys. Each gets a webhook of its own; on Mattermost one outgoing webhook
    /// tells them all, and an incoming one has no address to tell.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = EventSet)]
    [Parameter(ParameterSetName = DirectionSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Url { get; set; }

    /// <summary>Which events are told, such as api:release, api:build or api:dyno; in a room one, such as room_message.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = EventSet)]
    [Alias("Events", "Include")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? Event { get; set; }

    /// <summary>
    /// Which way messages go (Mattermost): incoming for a webhook that puts them into a room, outgoing for one that tells addresses of messages that
    /// begin with certain words, or of all in a room.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = DirectionSet)]
    [ArgumentCompleter(typeof(WebhookDirectionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Direction { get; set; }

    /// <summary>What the webhook is to be found by in its room, up to 40 characters; one that has the key already is replaced. Left out, the server gives a number, and the webhook can be removed but not changed (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    // Apps and rooms that are piped have names of their own.
    /// <summary>What people know the webhook by (HipChat, Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>A regular expression that a message has to fit to be told. Left out, every message is (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>How deliveries show who sent them: jwt, or none. Left out, none (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>How hard the platform tries: notify tells each event once, sync repeats it until the address confirms it, in order. Left out, notify (Heroku).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WebhookLevelCompleter))]
    public string? Level { get; set; }

    /// <summary>What the deliveries are signed with, so that the address can tell them from forged ones. Left out, the platform thinks one up, which the output has (Heroku).</summary>
    [Parameter]
    public SecureString? Secret { get; set; }

    /// <summary>What the deliveries carry as their Authorization header, such as Bearer and a token. Left out, they carry none (Heroku).</summary>
    [Parameter]
    public SecureString? Authorization { get; set; }

    /// <summary>What the webhook is for.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The user whose the webhook shall be: an id, a name, an e-mail address or an object. Left out, you.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>The name that its messages show in place of the owner's, where the server lets them.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ValidateNotNullOrEmpty]
    public string? PostAs { get; set; }

    /// <summary>The address of the picture that its messages show in place of the owner's, where the server lets them.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ValidateNotNullOrEmpty]
    public string? IconUrl { get; set; }

    /// <summary>Has incoming messages go to the webhook's own room alone, though they name another.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    public SwitchParameter RoomLocked { get; set; }

    /// <summary>The words of which a message has to begin with one to be told. Left out, every message of the room is.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ValidateNotNullOrEmpty]
    public string[]? TriggerWord { get; set; }

    /// <summary>Whether the first word has to be a trigger word (exact) or only has to begin with one (start). Left out, exact.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ArgumentCompleter(typeof(WebhookTriggerCompleter))]
    public string? TriggerWhen { get; set; }

    /// <summary>The form in which messages are told: application/json, or application/x-www-form-urlencoded, as when it is left out.</summary>
    [Parameter(ParameterSetName = DirectionSet)]
    [ArgumentCompleter(typeof(WebhookContentTypeCompleter))]
    public string? ContentType { get; set; }

    private protected override string? NamedDirection => Direction;

    private protected override void Process()
    {
        if (ParameterSetName == DirectionSet)
            Make(Url ?? [], Name ?? $"an {Direction} webhook");
        else
            foreach (var url in Url!)
                Make([url], WebAddress.WithoutUser(url));
    }

    private void Make(string[] urls, string display)
    {
        var webhook = new NewWebhook
        {
            Urls = urls,
            Events = Event ?? [],
            Key = Key,
            Name = Name,
            Pattern = Pattern,
            Authentication = Authentication,
            Level = Level,
            Secret = Secrets.Of(Secret),
            Authorization = Secrets.Of(Authorization),
            Message = new MessageHook
            {
                Description = Given(nameof(Description), Description),
                Owner = Owner?.Value,
                PostAs = Given(nameof(PostAs), PostAs),
                IconUrl = Given(nameof(IconUrl), IconUrl),
                RoomLocked = Given(nameof(RoomLocked), RoomLocked),
                TriggerWords = TriggerWord,
                TriggerWhen = TriggerWhen,
                ContentType = ContentType,
            },
        };
        ForWebhook<IWebhookCreator>(null, display, "Add webhook", (webhooks, owner, context) => Emit(webhooks.CreateAsync(owner, webhook, context)));
    }
}
