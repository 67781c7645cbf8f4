using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Addresses that are told of what happens to apps and add-ons.</summary>
internal sealed class HerokuWebhooks(Connection connection) : Resource(connection), IWebhookReader, IWebhookCreator, IWebhookEditor, IWebhookRemover
{
    public IAsyncEnumerable<ChatWebhook> ListAsync(WebhookOwner owner, PageWindow window, CallContext context) =>
        List(Call(owner, AppWebhookList, AddOnWebhookList), window, HerokuJson.Default.Webhook, webhook => ToWebhook(webhook, owner, null), context);

    public Task<ChatWebhook> GetAsync(WebhookOwner owner, string webhook, CallContext context) =>
        SendAsync(Call(owner, AppWebhookInfo, AddOnWebhookInfo, webhook), HerokuJson.Default.Webhook, found => ToWebhook(found, owner, null), context);

    public Task<ChatWebhook> CreateAsync(WebhookOwner owner, NewWebhook webhook, CallContext context)
    {
        Unsupported.IfOfMessages(webhook.Message, webhook.Urls, ChatPlatform.Heroku);
        Unsupported.IfGiven(webhook.Key, ChatPlatform.Heroku, "Key");
        Unsupported.IfGiven(webhook.Name, ChatPlatform.Heroku, "Name");
        Unsupported.IfGiven(webhook.Pattern, ChatPlatform.Heroku, "Pattern");
        Unsupported.IfGiven(webhook.Authentication, ChatPlatform.Heroku, "Authentication");
        return SendAsync(
            Call(owner, AppWebhookCreate, AddOnWebhookCreate)
                .Body("include", webhook.Events)
                .Body("level", webhook.Level ?? "notify")
                .Body("url", Masked(webhook.Url))
                .Body("secret", Masked(webhook.Secret))
                .Body("authorization", Masked(webhook.Authorization)),
            owner, webhook.Secret, context);
    }

    public Task<ChatWebhook> UpdateAsync(WebhookOwner owner, string webhook, WebhookChange change, CallContext context)
    {
        Unsupported.IfOfMessages(change.Message, change.Urls, ChatPlatform.Heroku);
        Unsupported.IfGiven(change.Name.IsGiven, ChatPlatform.Heroku, "Name");
        Unsupported.IfGiven(change.Pattern.IsGiven, ChatPlatform.Heroku, "Pattern");
        Unsupported.IfGiven(change.Authentication, ChatPlatform.Heroku, "Authentication");
        return SendAsync(
            Call(owner, AppWebhookUpdate, AddOnWebhookUpdate, webhook)
                .Body("include", change.Events)
                .Body("level", change.Level)
                .Body("url", Masked(change.Url))
                .Body("secret", change.Secret with { Value = Masked(change.Secret.Value) })
                .Body("authorization", change.Authorization with { Value = Masked(change.Authorization.Value) }),
            owner, change.Secret.Value, context);
    }

    public Task RemoveAsync(WebhookOwner owner, string webhook, CallContext context) =>
        SendAsync(Call(owner, AppWebhookDelete, AddOnWebhookDelete, webhook), context);

    private ApiCall Call(WebhookOwner owner, string ofApp, string ofAddon)
    {
        Unsupported.IfGiven(owner.Room, ChatPlatform.Heroku, "Room");
        Unsupported.IfOfMessages(owner, ChatPlatform.Heroku);
        return owner.Addon is { } addon ? Call(ofAddon).Path("add_on_identity", addon) : Call(ofApp).Path("app_identity", AppOf(owner)!);
    }

    private string? AppOf(WebhookOwner owner) => owner.Addon is null ? Connection.Session.AppOr(owner.App) : null;

    private ApiCall Call(WebhookOwner owner, string ofApp, string ofAddon, string webhook) =>
        Call(owner, ofApp, ofAddon).Path("app_webhook_identity", webhook);

    // What the platform thought up as the secret is told here and never again.
    private async Task<ChatWebhook> SendAsync(ApiCall call, WebhookOwner owner, Secret? given, CallContext context)
    {
        var response = await Connection.Api.SendAsync(call.ToRequest(), context).ConfigureAwait(false);
        var secret = response.Header("Heroku-Webhook-Secret") is { Length: > 0 } told ? Masked(new Secret(told)) : given;
        return ToWebhook(response.Read(HerokuJson.Default.Webhook), owner, secret);
    }

    private ChatWebhook ToWebhook(Wire.Webhook webhook, WebhookOwner owner, Secret? secret) => new()
    {
        Session = Connection.Session,
        Unnamed = webhook.Unnamed,
        Id = webhook.Id,
        AppId = webhook.App?.Id ?? AppOf(owner),
        AppName = webhook.App?.Name,
        AddonId = webhook.Addon?.Id ?? owner.Addon,
        AddonName = webhook.Addon?.Name,
        Url = webhook.Url,
        Events = webhook.Include ?? [],
        Level = webhook.Level,
        Secret = Secret.Keep(secret?.Reveal()),
        CreatedAt = webhook.CreatedAt,
        UpdatedAt = webhook.UpdatedAt,
    };
}
