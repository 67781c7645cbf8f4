using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Whose events a webhook tells; where nothing was named, those of the session's default.</summary>
/// <param name="App">The app's id or name.</param>
/// <param name="Addon">The add-on's id or name, which counts before an app's.</param>
/// <param name="Room">The room's id or name.</param>
internal sealed record WebhookOwner(string? App, string? Addon, string? Room)
{
    /// <summary>The team's id or name: whose webhooks they are, or where a room's name is looked for.</summary>
    public string? Team { get; init; }

    /// <summary>Whether the webhook takes messages or tells of them, in the platform's word.</summary>
    public string? Direction { get; init; }
}

/// <summary>What a webhook is to be; what is null the platform decides.</summary>
internal sealed record NewWebhook
{
    /// <summary>The addresses that are told; where a webhook has but one, there is one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The address that is told.</summary>
    public string Url => Urls[0];

    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What it shall be found by again.</summary>
    public string? Key { get; init; }

    public string? Name { get; init; }

    /// <summary>What a message has to fit.</summary>
    public string? Pattern { get; init; }

    /// <summary>How deliveries show who sent them.</summary>
    public string? Authentication { get; init; }

    /// <summary>How hard the platform tries to deliver an event.</summary>
    public string? Level { get; init; }

    /// <summary>What the deliveries are signed with.</summary>
    public Secret? Secret { get; init; }

    /// <summary>What the deliveries carry as their Authorization header.</summary>
    public Secret? Authorization { get; init; }

    public MessageHook Message { get; init; } = new();
}

/// <summary>What only webhooks have that take messages or tell of them.</summary>
internal sealed record MessageHook
{
    public Given<string> Description { get; init; }

    /// <summary>The room it moves to; given as null, all rooms of the team.</summary>
    public Given<string> Room { get; init; }

    /// <summary>The user whose it is.</summary>
    public string? Owner { get; init; }

    /// <summary>The name that its messages show.</summary>
    public Given<string> PostAs { get; init; }

    /// <summary>The picture that its messages show.</summary>
    public Given<string> IconUrl { get; init; }

    /// <summary>Whether messages that come in may name another room.</summary>
    public bool? RoomLocked { get; init; }

    public IReadOnlyList<string>? TriggerWords { get; init; }

    /// <summary>How a message has to begin with a trigger word.</summary>
    public string? TriggerWhen { get; init; }

    /// <summary>The form of what is told.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether another token takes the place of the one it has.</summary>
    public bool Regenerate { get; init; }
}

/// <summary>What is to change about a webhook; what is not given stays.</summary>
internal sealed record WebhookChange
{
    /// <summary>The addresses that are told; where a webhook has but one, there is one.</summary>
    public IReadOnlyList<string>? Urls { get; init; }

    public string? Url => Urls?[0];

    public IReadOnlyList<string>? Events { get; init; }

    public Given<string> Name { get; init; }

    /// <summary>Given as null, every message fits.</summary>
    public Given<string> Pattern { get; init; }

    public string? Authentication { get; init; }

    public string? Level { get; init; }

    /// <summary>Given as null, the platform's own choice.</summary>
    public Given<Secret> Secret { get; init; }

    /// <summary>Given as null, none.</summary>
    public Given<Secret> Authorization { get; init; }

    public MessageHook Message { get; init; } = new();
}

internal interface IWebhookReader
{
    IAsyncEnumerable<ChatWebhook> ListAsync(WebhookOwner owner, PageWindow window, CallContext context);

    Task<ChatWebhook> GetAsync(WebhookOwner owner, string webhook, CallContext context);
}

internal interface IWebhookCreator
{
    Task<ChatWebhook> CreateAsync(WebhookOwner owner, NewWebhook webhook, CallContext context);
}

internal interface IWebhookEditor
{
    Task<ChatWebhook> UpdateAsync(WebhookOwner owner, string webhook, WebhookChange change, CallContext context);
}

internal interface IWebhookRemover
{
    Task RemoveAsync(WebhookOwner owner, string webhook, CallContext context);
}
