using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Webhooks;

/// <summary>Has addresses told of what happens to an app or an add-on, or in a room.</summary>
[Cmdlet(VerbsCommon.New, "ChatWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(ChatWebhook))]
public sealed class NewChatWebhookCommand : WebhookWriteCmdlet
{
    /// <summary>The addresses that are told, such as https://hooks.example.com/deploys.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Url { get; set; }

    /// <summary>Which events are told, such as api:release, api:build or api:dyno; in a room one, such as room_message.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Events", "Include")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WebhookEventCompleter))]
    public string[]? Event { get; set; }

    /// <summary>What the webhook is to be found by in its room, up to 40 characters; one that has the key already is replaced. Left out, the server gives a number, and the webhook can be removed but not changed (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    // Apps and rooms that are piped have names of their own.
    /// <summary>What people know the webhook by (HipChat).</summary>
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

    private protected override void Process()
    {
        foreach (var url in Url!)
        {
            var webhook = new NewWebhook
            {
                Url = url,
                Events = Event!,
                Key = Key,
                Name = Name,
                Pattern = Pattern,
                Authentication = Authentication,
                Level = Level,
                Secret = Secrets.Of(Secret),
                Authorization = Secrets.Of(Authorization),
            };
            ForWebhook<IWebhookCreator>(
                null, WebAddress.WithoutUser(url), "Add webhook", (webhooks, owner, context) => Emit(webhooks.CreateAsync(owner, webhook, context)));
        }
    }
}
