using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>
/// Addresses that are told of what happens in rooms. Those with a key of their maker's go by the API of extensions; older ones,
/// and older servers, know them by ids, which are numbers.
/// </summary>
internal sealed class HipChatWebhooks(Connection connection) : Resource(connection), IWebhookReader, IWebhookCreator, IWebhookEditor, IWebhookRemover
{
    public IAsyncEnumerable<ChatWebhook> ListAsync(WebhookOwner owner, PageWindow window, CallContext context) =>
        List(CallIn(owner, GetAllWebhooks, out var room), window, HipChatJson.Default.Webhook, webhook => ToWebhook(webhook, room), context);

    public Task<ChatWebhook> GetAsync(WebhookOwner owner, string webhook, CallContext context) =>
        SendAsync(CallOn(owner, webhook, GetRoomWebhook, GetWebhook, out var room), HipChatJson.Default.Webhook, found => ToWebhook(found, room), context);

    public Task<ChatWebhook> CreateAsync(WebhookOwner owner, NewWebhook webhook, CallContext context)
    {
        Unsupported.IfOfMessages(webhook.Message, webhook.Urls, ChatPlatform.HipChat);
        Unsupported.IfGiven(webhook.Level, ChatPlatform.HipChat, "Level");
        Unsupported.IfGiven(webhook.Secret, ChatPlatform.HipChat, "Secret");
        Unsupported.IfGiven(webhook.Authorization, ChatPlatform.HipChat, "Authorization");
        return SaveAsync(owner, new Wire.Webhook
        {
            Key = webhook.Key,
            Url = webhook.Url,
            Event = OnlyOf(webhook.Events),
            Name = webhook.Name,
            Pattern = webhook.Pattern,
            Authentication = webhook.Authentication,
        }, context);
    }

    /// <summary>The server replaces it whole, so that it is read first.</summary>
    public async Task<ChatWebhook> UpdateAsync(WebhookOwner owner, string webhook, WebhookChange change, CallContext context)
    {
        Unsupported.IfOfMessages(change.Message, change.Urls, ChatPlatform.HipChat);
        Unsupported.IfGiven(change.Level, ChatPlatform.HipChat, "Level");
        Unsupported.IfGiven(change.Secret.IsGiven, ChatPlatform.HipChat, "Secret");
        Unsupported.IfGiven(change.Authorization.IsGiven, ChatPlatform.HipChat, "Authorization");
        var chosen = change.Events is { } events ? OnlyOf(events) : null;
        var known = await GetAsync(owner, webhook, context).ConfigureAwait(false);
        if (known.Key is null)
            throw new ChatException(ChatErrorReason.NotSupported, $"The webhook {webhook} has no key, and those are never changed.")
            {
                Advice = "Make one with New-ChatWebhook -Key, and remove this one.",
            };
        return await SaveAsync(owner, new Wire.Webhook
        {
            Id = known.Id,
            Key = known.Key,
            Url = change.Url ?? known.Url,
            Event = chosen ?? known.Events[0],
            Name = change.Name.IsGiven ? change.Name.Value : known.Name,
            Pattern = change.Pattern.IsGiven ? change.Pattern.Value : known.Pattern,
            Authentication = change.Authentication ?? known.Authentication,
            Created = known.CreatedAt,
        }, context).ConfigureAwait(false);
    }

    public Task RemoveAsync(WebhookOwner owner, string webhook, CallContext context) =>
        SendAsync(CallOn(owner, webhook, DeleteRoomWebhook, DeleteWebhook, out _), context);

    // What is not told in the answer is what was sent.
    private async Task<ChatWebhook> SaveAsync(WebhookOwner owner, Wire.Webhook webhook, CallContext context)
    {
        var call = CallIn(owner, webhook.Key is null ? CreateWebhook : CreateRoomWebhook, out var room)
            .Body("url", Masked(webhook.Url))
            .Body("event", webhook.Event)
            .Body("pattern", webhook.Pattern)
            .Body("name", webhook.Name)
            .Body("authentication", webhook.Authentication);
        if (webhook.Key is { } key)
            call.Path("key", key);
        var response = await Connection.Api.SendAsync(call.ToRequest(), context).ConfigureAwait(false);
        var answer = response.Content.Length > 0 ? response.Read(HipChatJson.Default.Webhook) : null;
        webhook.Id = answer?.Id ?? webhook.Id;
        webhook.Unnamed = answer?.Unnamed;
        return ToWebhook(webhook, room);
    }

    private ApiCall CallOn(WebhookOwner owner, string webhook, string byKey, string byId, out string room) => webhook.All(char.IsAsciiDigit)
        ? CallIn(owner, byId, out room).Path("webhook_id", webhook)
        : CallIn(owner, byKey, out room).Path("key", webhook);

    private ApiCall CallIn(WebhookOwner owner, string operation, out string room)
    {
        Unsupported.IfOfApp(owner, ChatPlatform.HipChat);
        Unsupported.IfOfMessages(owner, ChatPlatform.HipChat);
        room = Connection.Session.RoomOr(owner.Room);
        return Call(operation).Path("room_id_or_name", room);
    }

    private static string OnlyOf(IReadOnlyList<string> events) => events is [var only] ? only : throw new ChatException(
        ChatErrorReason.InvalidRequest, "A webhook of HipChat tells one kind of event, and several were given.")
    {
        Advice = "Make one for each, with a key of its own.",
    };

    private ChatWebhook ToWebhook(Wire.Webhook webhook, string room) => new()
    {
        Session = Connection.Session,
        Unnamed = webhook.Unnamed,
        Id = webhook.Id ?? webhook.Key ?? "",
        Key = webhook.Key,
        Name = webhook.Name,
        RoomId = webhook.Room?.Id ?? room,
        RoomName = webhook.Room?.Name,
        Url = Masked(webhook.Url) ?? "",
        Events = webhook.Event is { } told ? [told] : [],
        Pattern = webhook.Pattern,
        Authentication = webhook.Authentication,
        CreatedAt = webhook.Created,
    };
}
