using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// Webhooks: addresses of the server that take messages for a room, and addresses elsewhere that are told of messages. An id alone does
/// not say which of the two it is of.
/// </summary>
internal sealed class MattermostWebhooks(Connection connection) : MattermostIntegration(connection),
    IWebhookReader, IWebhookCreator, IWebhookEditor, IWebhookRemover
{
    private const string Incoming = "incoming";
    private const string Outgoing = "outgoing";

    private static readonly string[] Triggers = ["exact", "start"];

    private Owned<Wire.IncomingHook, ChatWebhook> IncomingHooks => new(MattermostJson.Default.IncomingHook, hook => hook.UserId, ToWebhook);

    private Owned<Wire.OutgoingHook, ChatWebhook> OutgoingHooks => new(MattermostJson.Default.OutgoingHook, hook => hook.CreatorId, ToWebhook);

    public IAsyncEnumerable<ChatWebhook> ListAsync(WebhookOwner owner, PageWindow window, CallContext context)
    {
        var direction = DirectionOf(owner);
        // There are two lists, and the first one knows no rooms.
        return direction is null || (direction == Incoming && owner.Room is not null)
            ? window.Cut(WalkAsync(owner, direction, PageWindow.All, context))
            : WalkAsync(owner, direction, window, context);
    }

    public async Task<ChatWebhook> GetAsync(WebhookOwner owner, string webhook, CallContext context)
    {
        var direction = DirectionOf(owner);
        if (!MattermostNames.IsId(webhook))
            return await FindAsync(owner, direction, webhook, context).ConfigureAwait(false);
        return await EitherAsync(direction, webhook, incoming => incoming
            ? ReadOwnedAsync(Call(GetIncomingWebhook).Path("hook_id", webhook), IncomingHooks, context)
            : ReadOwnedAsync(Call(GetOutgoingWebhook).Path("hook_id", webhook), OutgoingHooks, context)).ConfigureAwait(false);
    }

    public async Task<ChatWebhook> CreateAsync(WebhookOwner owner, NewWebhook webhook, CallContext context)
    {
        var direction = DirectionOf(owner);
        Unsupported.IfGiven(webhook.Key, ChatPlatform.Mattermost, "Key");
        Unsupported.IfGiven(webhook.Pattern, ChatPlatform.Mattermost, "Pattern");
        Unsupported.IfGiven(webhook.Authentication, ChatPlatform.Mattermost, "Authentication");
        Unsupported.IfGiven(webhook.Level, ChatPlatform.Mattermost, "Level");
        Unsupported.IfGiven(webhook.Secret, ChatPlatform.Mattermost, "Secret");
        Unsupported.IfGiven(webhook.Authorization, ChatPlatform.Mattermost, "Authorization");
        var created = direction switch
        {
            Incoming => await CreateIncomingAsync(owner, webhook, context).ConfigureAwait(false),
            Outgoing => await CreateOutgoingAsync(owner, webhook, context).ConfigureAwait(false),
            _ => throw new ChatException(ChatErrorReason.InvalidRequest, "Mattermost has webhooks that take messages and webhooks that tell of them, and no events.")
            {
                Advice = "Say with -Direction which it shall be, incoming or outgoing, and leave -Event out.",
            },
        };
        WarnOfOverrides(webhook.Message.PostAs.Value, created.PostAs, webhook.Message.IconUrl.Value, created.IconUrl, context);
        return created;
    }

    public async Task<ChatWebhook> UpdateAsync(WebhookOwner owner, string webhook, WebhookChange change, CallContext context)
    {
        var direction = DirectionOf(owner);
        Unsupported.IfGiven(change.Events, ChatPlatform.Mattermost, "Event");
        Unsupported.IfGiven(change.Pattern.IsGiven, ChatPlatform.Mattermost, "Pattern");
        Unsupported.IfGiven(change.Authentication, ChatPlatform.Mattermost, "Authentication");
        Unsupported.IfGiven(change.Level, ChatPlatform.Mattermost, "Level");
        Unsupported.IfGiven(change.Secret.IsGiven, ChatPlatform.Mattermost, "Secret");
        Unsupported.IfGiven(change.Authorization.IsGiven, ChatPlatform.Mattermost, "Authorization");
        if (direction is not null)
            CheckFor(direction, change.Urls, change.Message);
        var when = NumberOf(change.Message.TriggerWhen);
        if (!MattermostNames.IsId(webhook))
        {
            var found = await FindAsync(owner, direction, webhook, context).ConfigureAwait(false);
            (direction, webhook) = (found.Direction, found.Id);
        }
        return await EitherAsync(direction, webhook, incoming => incoming
            ? UpdateIncomingAsync(owner, webhook, change, context)
            : UpdateOutgoingAsync(owner, webhook, change, when, context)).ConfigureAwait(false);
    }

    public async Task RemoveAsync(WebhookOwner owner, string webhook, CallContext context)
    {
        var direction = DirectionOf(owner);
        if (!MattermostNames.IsId(webhook))
        {
            var found = await FindAsync(owner, direction, webhook, context).ConfigureAwait(false);
            (direction, webhook) = (found.Direction, found.Id);
        }
        await EitherAsync(direction, webhook, async incoming =>
        {
            await SendAsync(Call(incoming ? DeleteIncomingWebhook : DeleteOutgoingWebhook).Path("hook_id", webhook), context).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    private async Task<ChatWebhook> CreateIncomingAsync(WebhookOwner owner, NewWebhook webhook, CallContext context)
    {
        CheckFor(Incoming, webhook.Urls, webhook.Message);
        var room = Connection.Session.RoomOr(owner.Room);
        var body = new JsonObject { ["channel_id"] = await Names.RoomIdAsync(room, owner.Team, context).ConfigureAwait(false) };
        Set(body, "user_id", await OwnerIdAsync(webhook.Message.Owner, context).ConfigureAwait(false));
        Fill(body, new Given<string>(webhook.Name, webhook.Name is not null), webhook.Message);
        Set(body, "channel_locked", webhook.Message.RoomLocked);
        return await WriteOwnedAsync(Call(CreateIncomingWebhook).Content(body), IncomingHooks, context).ConfigureAwait(false);
    }

    private async Task<ChatWebhook> CreateOutgoingAsync(WebhookOwner owner, NewWebhook webhook, CallContext context)
    {
        CheckFor(Outgoing, webhook.Urls, webhook.Message);
        var when = NumberOf(webhook.Message.TriggerWhen);
        if (webhook.Urls.Count == 0)
            throw new ChatException(ChatErrorReason.InvalidRequest, "An outgoing webhook needs an address to tell.") { Advice = "Give it with -Url." };
        var channel = owner.Room is { } room ? await Names.FindRoomAsync(room, owner.Team, context).ConfigureAwait(false) : null;
        if (channel is null && webhook.Message.TriggerWords is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "An outgoing webhook hears one room, or certain words in all rooms of a team.")
            {
                Advice = "Give -Room, -TriggerWord, or both.",
            };
        var body = new JsonObject
        {
            ["team_id"] = channel is null ? await OneTeamIdAsync(owner.Team, context).ConfigureAwait(false) : channel.TeamId,
            ["callback_urls"] = JsonValues.ToNode(webhook.Urls.Select(url => Masked(url))),
        };
        Set(body, "channel_id", channel?.Id);
        Set(body, "creator_id", await OwnerIdAsync(webhook.Message.Owner, context).ConfigureAwait(false));
        Fill(body, new Given<string>(webhook.Name, webhook.Name is not null), webhook.Message);
        Fill(body, webhook.Message, when);
        return await WriteOwnedAsync(Call(CreateOutgoingWebhook).Content(body), OutgoingHooks, context).ConfigureAwait(false);
    }

    private async Task<ChatWebhook> UpdateIncomingAsync(WebhookOwner owner, string webhook, WebhookChange change, CallContext context)
    {
        CheckFor(Incoming, change.Urls, change.Message);
        var room = change.Message.Room.Value is { } name ? await Names.RoomIdAsync(name, owner.Team, context).ConfigureAwait(false) : null;
        var call = await ReplacementAsync(Call(GetIncomingWebhook).Path("hook_id", webhook), Call(UpdateIncomingWebhook).Path("hook_id", webhook), body =>
        {
            Set(body, "channel_id", room);
            Set(body, "channel_locked", change.Message.RoomLocked);
            Fill(body, change.Name, change.Message);
        }, context).ConfigureAwait(false);
        return await WriteOwnedAsync(call, IncomingHooks, context).ConfigureAwait(false);
    }

    private async Task<ChatWebhook> UpdateOutgoingAsync(WebhookOwner owner, string webhook, WebhookChange change, int? when, CallContext context)
    {
        CheckFor(Outgoing, change.Urls, change.Message);
        ChatWebhook? result = null;
        if (change with { Message = change.Message with { Regenerate = false } } != new WebhookChange())
        {
            var room = change.Message.Room;
            if (room.Value is { } name)
                room = await Names.RoomIdAsync(name, owner.Team, context).ConfigureAwait(false);
            var call = await ReplacementAsync(Call(GetOutgoingWebhook).Path("hook_id", webhook), Call(UpdateOutgoingWebhook).Path("hook_id", webhook), body =>
            {
                SetText(body, "channel_id", room);
                Set(body, "callback_urls", change.Urls?.Select(url => Masked(url)));
                Fill(body, change.Name, change.Message);
                Fill(body, change.Message, when);
            }, context).ConfigureAwait(false);
            result = await WriteOwnedAsync(call, OutgoingHooks, context).ConfigureAwait(false);
        }
        if (change.Message.Regenerate)
            result = await WriteOwnedAsync(Call(RegenOutgoingHookToken).Path("hook_id", webhook), OutgoingHooks, context).ConfigureAwait(false);
        return result!;
    }

    private static void Fill(JsonObject body, Given<string> name, MessageHook message)
    {
        SetText(body, "display_name", name);
        SetText(body, "description", message.Description);
        SetText(body, "username", message.PostAs);
        SetText(body, "icon_url", message.IconUrl);
    }

    private static void Fill(JsonObject body, MessageHook message, int? when)
    {
        Set(body, "trigger_words", message.TriggerWords);
        Set(body, "trigger_when", when);
        Set(body, "content_type", message.ContentType);
    }

    // What one kind has no place for would be forgotten by the server without a word.
    private static void CheckFor(string direction, IReadOnlyList<string>? urls, MessageHook message)
    {
        (object? Given, string Name)[] misplaced = direction == Incoming
            ? [(urls is { Count: > 0 } ? urls : null, "Url"), (message.TriggerWords, "TriggerWord"), (message.TriggerWhen, "TriggerWhen"),
                (message.ContentType, "ContentType"), (message.Regenerate ? message : null, "Regenerate"), (message.Room is { IsGiven: true, Value: null } ? message : null, "NewRoom $null")]
            : [(message.RoomLocked, "RoomLocked")];
        if (Array.Find(misplaced, one => one.Given is not null).Name is { } name)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"An {direction} webhook has nothing for -{name}.") { Advice = $"Leave -{name} out." };
    }

    private static int? NumberOf(string? when) => when is null ? null
        : Array.FindIndex(Triggers, word => word.Equals(when, StringComparison.OrdinalIgnoreCase)) is >= 0 and var number ? number
        : throw new ChatException(ChatErrorReason.InvalidRequest, $"There is no way '{when}' to trigger.") { Advice = "Give exact or start with -TriggerWhen." };

    private static string? DirectionOf(WebhookOwner owner)
    {
        Unsupported.IfOfApp(owner, ChatPlatform.Mattermost);
        return owner.Direction?.ToLowerInvariant() switch
        {
            null => null,
            Incoming => Incoming,
            Outgoing => Outgoing,
            var other => throw new ChatException(ChatErrorReason.InvalidRequest, $"There is no direction '{other}'.") { Advice = "Give incoming or outgoing with -Direction." },
        };
    }

    private async IAsyncEnumerable<ChatWebhook> WalkAsync(WebhookOwner owner, string? direction, PageWindow window, CallContext context)
    {
        var (team, room) = await PlaceAsync(owner, context).ConfigureAwait(false);
        if (direction != Outgoing)
        {
            var hooks = ListOwned(Call(GetIncomingWebhooks).Query("team_id", team), window, IncomingHooks, context);
            await foreach (var hook in hooks.ConfigureAwait(false))
            {
                if (room is null || hook.RoomId == room)
                    yield return hook;
            }
        }
        if (direction != Incoming)
        {
            var hooks = ListOwned(Call(GetOutgoingWebhooks).Query("team_id", team).Query("channel_id", room), window, OutgoingHooks, context);
            await foreach (var hook in hooks.ConfigureAwait(false))
                yield return hook;
        }
    }

    /// <summary>The ids of the team and the room whose webhooks are meant. Without either it is the whole server's.</summary>
    private async Task<(string? Team, string? Room)> PlaceAsync(WebhookOwner owner, CallContext context)
    {
        if (owner.Room is not { } room)
            return (await Names.FindTeamIdAsync(owner.Team, context).ConfigureAwait(false), null);
        if (owner.Team is { } team && MattermostNames.IsId(room))
            return (await Names.TeamIdAsync(team, context).ConfigureAwait(false), room);
        var channel = await Names.FindRoomAsync(room, owner.Team, context).ConfigureAwait(false);
        return (channel.TeamId, channel.Id);
    }

    private Task<ChatWebhook> FindAsync(WebhookOwner owner, string? direction, string name, CallContext context) =>
        WalkAsync(owner, direction, PageWindow.All, context).FindAsync(
            hook => name.Equals(hook.Name, StringComparison.OrdinalIgnoreCase),
            () => new ChatException(ChatErrorReason.NotFound, $"There is no webhook '{name}'.") { Advice = "Get-ChatWebhook lists them; give an id or a name." });

    /// <summary>Does something with a webhook of a direction; when that isn't known, first as if it were incoming and then as outgoing.</summary>
    private static async Task<T> EitherAsync<T>(string? direction, string webhook, Func<bool, Task<T>> work)
    {
        if (direction is not null)
            return await work(direction == Incoming).ConfigureAwait(false);
        try
        {
            return await work(true).ConfigureAwait(false);
        }
        // A server may have the one kind switched off and the other on.
        catch (ChatException e) when (e.StatusCode is 404 or 501)
        {
        }
        try
        {
            return await work(false).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.StatusCode == 404)
        {
            throw e.As(ChatErrorReason.NotFound, $"There is neither an incoming nor an outgoing webhook '{webhook}'.", "Get-ChatWebhook lists them.");
        }
    }

    private ChatWebhook ToWebhook(Wire.IncomingHook hook, string? owner) => new()
    {
        Session = Connection.Session,
        Unnamed = hook.Unnamed,
        Id = hook.Id,
        Direction = Incoming,
        Name = Filled(hook.DisplayName),
        Description = Filled(hook.Description),
        TeamId = Filled(hook.TeamId),
        RoomId = Filled(hook.ChannelId),
        IsRoomLocked = hook.ChannelLocked,
        OwnerId = Filled(hook.UserId),
        Owner = owner,
        PostAs = Filled(hook.Username),
        IconUrl = Filled(hook.IconUrl),
        Url = new Uri(Connection.Session.BaseUri, "hooks/" + hook.Id).AbsoluteUri,
        CreatedAt = MattermostTime.Read(hook.CreateAt),
        UpdatedAt = MattermostTime.Read(hook.UpdateAt),
    };

    private ChatWebhook ToWebhook(Wire.OutgoingHook hook, string? owner)
    {
        string[] urls = [.. (hook.CallbackUrls ?? []).Select(url => Masked(url))];
        return new ChatWebhook
        {
            Session = Connection.Session,
            Unnamed = hook.Unnamed,
            Id = hook.Id,
            Direction = Outgoing,
            Name = Filled(hook.DisplayName),
            Description = Filled(hook.Description),
            TeamId = Filled(hook.TeamId),
            RoomId = Filled(hook.ChannelId),
            OwnerId = Filled(hook.CreatorId),
            Owner = owner,
            PostAs = Filled(hook.Username),
            IconUrl = Filled(hook.IconUrl),
            Url = urls.FirstOrDefault() ?? "",
            Urls = urls,
            TriggerWords = hook.TriggerWords ?? [],
            TriggerWhen = Triggers.ElementAtOrDefault(hook.TriggerWhen),
            ContentType = Filled(hook.ContentType),
            Secret = Kept(hook.Token),
            CreatedAt = MattermostTime.Read(hook.CreateAt),
            UpdatedAt = MattermostTime.Read(hook.UpdateAt),
        };
    }
}
