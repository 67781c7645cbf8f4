using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Messages in rooms and in private.</summary>
internal sealed class HipChatMessages(Connection connection) : HipChatConversation(connection), IMessageReader, IMessageSender
{
    private const int MostRecent = 1000;

    // What was sent just now, by a clock that is ahead of ours, is wanted too.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    public IAsyncEnumerable<ChatMessage> ListAsync(MessageFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(filter.Pinned, ChatPlatform.HipChat, "Pinned");
        Unsupported.IfFlagged(filter, ChatPlatform.HipChat);
        return filter switch
        {
            { Around: { } centre } => filter.Within(part => part.Cut(ListAroundAsync(centre, filter, part, context, context.Cancellation)), window),
            { After: { } start } => filter.Within(part => part.Cut(ListAfterAsync(start, filter, context, context.Cancellation)), window),
            { Before: { } end } => ListBeforeAsync(end, filter, window, context, context.Cancellation),
            _ => List(filter, window, context),
        };
    }

    public IAsyncEnumerable<ChatMessage> ListThreadAsync(MessageRef message, PageWindow window, CallContext context) => throw new ChatException(
        ChatErrorReason.NotSupported, "HipChat has no list of a message's replies.")
    {
        Advice = "Get the room's messages after it with -After, and look at their ThreadId.",
    };

    public async Task<ChatMessage> GetAsync(MessageRef message, CallContext context)
    {
        Unsupported.IfGiven(message.Team, ChatPlatform.HipChat, "Team");
        var call = CallOn(GetRoomMessage, GetPrivatechatMessage, message.Room, message.User).Path("message_id", message.Id);
        var answer = await ReadAsync(call, HipChatJson.Default.JsonElement, context).ConfigureAwait(false);
        try
        {
            // Servers differ: the message comes in an object that has it, or by itself.
            var own = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("message", out var inner) && inner.ValueKind == JsonValueKind.Object
                ? inner
                : answer;
            return ToMessage(own.Deserialize(HipChatJson.Default.Message)!, message.Room, message.User);
        }
        catch (JsonException e)
        {
            throw ApiResponse.Malformed(e);
        }
    }

    public async Task<ChatMessage?> SendAsync(NewMessage message, CallContext context)
    {
        Unsupported.IfGiven(message.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(message.FileIds.Count > 0, ChatPlatform.HipChat, "FileId");
        Unsupported.IfGiven(message.Props, ChatPlatform.HipChat, "Props");
        Unsupported.IfForOne(message, ChatPlatform.HipChat);
        Unsupported.IfGiven(message.IsStatus, ChatPlatform.HipChat, "Status");
        if (message.ReplyTo?.User is not null)
            throw new ChatException(ChatErrorReason.NotSupported, "HipChat has no replies in private conversations.")
            {
                Advice = "Leave -ReplyTo out, and name the person with -User.",
            };
        var isPlain = message is { User: null, Link: null, ReplyTo: null, Files.Count: 0 } && message.Style == new MessageStyle();
        if (message.Wanted && !isPlain)
            throw new ChatException(ChatErrorReason.NotSupported, "HipChat tells nothing of this kind of message but that it took it.")
            {
                Advice = "Leave -PassThru out, and look at the newest messages with Get-ChatMessage.",
            };
        if (message.Files.Count > 0)
        {
            RefuseBeside(message with { Files = [] }, "File");
            await Connection.Get<HipChatFiles>().SendAsync(new FileTarget(message.Room, null, message.User, message.Text), message.Files, context).ConfigureAwait(false);
            return null;
        }
        if (!isPlain)
        {
            await SendAsync(CallFor(message), context).ConfigureAwait(false);
            return null;
        }
        var room = Connection.Session.RoomOr(message.Room);
        return await SendAsync(
            Call(SendMessage).Path("room_id_or_name", room).Body("message", message.Text),
            HipChatJson.Default.SentMessage,
            sent => ToMessage(message, room, sent),
            context).ConfigureAwait(false);
    }

    private ApiCall CallFor(NewMessage message)
    {
        if (message.Link is { } link)
        {
            RefuseBeside(message with { Link = null }, "Link");
            return CallOn(ShareLinkWithRoom, ShareLinkWithUser, message.Room, message.User)
                .Body("link", link)
                .Body("message", message.Text.Length > 0 ? message.Text : null);
        }
        var style = message.Style;
        if (message.User is not null)
        {
            RefuseBeside(message with { User = null, Style = style with { Notify = null, Format = null } }, "User");
            return CallOn(SendMessage, PrivateMessageUser, message.Room, message.User)
                .Body("message", message.Text)
                .Body("notify", style.Notify)
                // Servers do not agree on what it is when nobody says.
                .Body("message_format", style.Format ?? "text");
        }
        var room = Connection.Session.RoomOr(message.Room ?? message.ReplyTo?.Room);
        return style == new MessageStyle()
            ? Call(ReplyToMessage).Path("room_id_or_name", room).Body("parentMessageId", message.ReplyTo!.Id).Body("message", message.Text)
            : Call(SendRoomNotification).Path("room_id_or_name", room)
                .Body("message", message.Text)
                .Body("message_format", style.Format)
                .Body("notify", style.Notify)
                .Body("color", style.Color)
                .Body("from", style.From)
                .Body("attach_to", message.ReplyTo?.Id)
                .Body("card", WithId(style.Card));
    }

    // Each of them is an operation of its own, and takes no more than belongs to it.
    private static void RefuseBeside(NewMessage rest, string parameter)
    {
        if (rest.ReplyTo is not null || rest.Link is not null || rest.Style != new MessageStyle())
            throw new ChatException(ChatErrorReason.InvalidRequest, $"-{parameter} makes a message of a kind that takes only some of what was given with it.")
            {
                Advice = "With -Link and -File give no more than -Text and a room or a person; with -User also -Notify and -Format; the rest is for rooms.",
            };
    }

    // The server wants one, by which nobody asks for the card.
    private static JsonNode? WithId(JsonNode? card)
    {
        if (card is JsonObject members && !members.ContainsKey("id"))
            members["id"] = Guid.NewGuid().ToString();
        return card;
    }

    private IAsyncEnumerable<ChatMessage> List(MessageFilter filter, PageWindow window, CallContext context) => List(
        CallOn(ViewRoomHistory, ViewPrivatechatHistory, filter.Room, filter.User)
            .Query("date", ToWire(filter.Until ?? Connection.Clock.GetUtcNow() + ClockMargin))
            .Query("end-date", filter.Since is { } since ? ToWire(since) : null)
            // The newest first: only so a page stays what it is while messages come.
            .Query("reverse", false)
            .Query("include_deleted", filter.IncludeDeleted),
        filter, window, context);

    private IAsyncEnumerable<ChatMessage> List(ApiCall call, MessageFilter filter, PageWindow window, CallContext context) =>
        List(call, window, HipChatJson.Default.Message, message => ToMessage(message, filter.Room, filter.User), context);

    private async IAsyncEnumerable<ChatMessage> ListBeforeAsync(
        string end, MessageFilter filter, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = await GetAsync(RefIn(filter, end), context).ConfigureAwait(false);
        await foreach (var message in window.Cut(ListBeforeAsync(last, filter, new PageWindow(window.First + window.Skip + 1), context, cancellation)).ConfigureAwait(false))
            yield return message;
    }

    // It is among those up to its time, and so are others of the same moment.
    private async IAsyncEnumerable<ChatMessage> ListBeforeAsync(
        ChatMessage last, MessageFilter filter, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var until = filter.Until < last.SentAt ? filter.Until : last.SentAt;
        await foreach (var message in List(filter with { Until = until }, window, context).WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (message.Id != last.Id)
                yield return message;
        }
    }

    private async IAsyncEnumerable<ChatMessage> ListAfterAsync(
        string start, MessageFilter filter, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var call = CallOn(ViewRecentRoomHistory, ViewRecentPrivatechatHistory, filter.Room, filter.User)
            .Query("not-before", start)
            .Query("max-results", MostRecent)
            .Query("include_deleted", filter.IncludeDeleted);
        var messages = await OldestFirstAsync(List(call, filter, PageWindow.All, context), cancellation).ConfigureAwait(false);
        if (messages.Count >= MostRecent && messages.TrueForAll(message => message.Id != start))
        {
            // More than fit into one answer, of which the ones next to the start are missing.
            var first = await GetAsync(RefIn(filter, start), context).ConfigureAwait(false);
            messages = await OldestFirstAsync(List(filter with { Since = first.SentAt, Until = null }, PageWindow.All, context), cancellation).ConfigureAwait(false);
        }
        foreach (var message in messages.Skip(messages.FindIndex(message => message.Id == start) + 1))
            yield return message;
    }

    private async IAsyncEnumerable<ChatMessage> ListAroundAsync(
        string centre, MessageFilter filter, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var message = await GetAsync(RefIn(filter, centre), context).ConfigureAwait(false);
        var all = filter with { Around = null, Since = null, Until = null };
        var surroundings = MessageSurroundings.ListAsync(
            message,
            window,
            before => before.Cut(ListBeforeAsync(message, all, before with { First = before.First + 1 }, context, cancellation)),
            after => after.Cut(ListAfterAsync(centre, all, context, cancellation)));
        await foreach (var one in surroundings.ConfigureAwait(false))
            yield return one;
    }

    private static async Task<List<ChatMessage>> OldestFirstAsync(IAsyncEnumerable<ChatMessage> list, CancellationToken cancellation)
    {
        var messages = new List<ChatMessage>();
        await foreach (var message in list.WithCancellation(cancellation).ConfigureAwait(false))
            messages.Add(message);
        // Messages of the same moment keep their order.
        if (messages.Count > 1 && messages[0].SentAt > messages[^1].SentAt)
            messages.Reverse();
        return messages;
    }

    private static MessageRef RefIn(MessageFilter filter, string message) => new(message, filter.Room, User: filter.User);

    private static string ToWire(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private ChatMessage ToMessage(Wire.Message message, string? room, UserRef? user)
    {
        var from = message.Unnamed?.GetValueOrDefault("from") ?? default;
        var text = message.Text ?? "";
        return new ChatMessage
        {
            Session = Connection.Session,
            Unnamed = message.Unnamed,
            Id = message.Id,
            RoomId = user is null ? Connection.Session.RoomOr(room) : null,
            WithUserId = user?.Value,
            UserId = Text(from, "id"),
            // People come as objects; what isn't a person has only a name.
            UserName = from.ValueKind == JsonValueKind.String ? from.GetString() : Text(from, "mention_name") ?? Text(from, "name"),
            Text = text,
            Html = message.Unnamed?.GetValueOrDefault("message_format") is { ValueKind: JsonValueKind.String } format && format.GetString() == "html" ? text : null,
            Type = message.Type == "message" ? null : message.Type,
            ThreadId = message.AttachTo is { Length: > 0 } thread ? thread : null,
            SentAt = message.Date ?? DateTimeOffset.UnixEpoch,
        };
    }

    private ChatMessage ToMessage(NewMessage message, string room, Wire.SentMessage sent) => new()
    {
        Session = Connection.Session,
        Unnamed = sent.Unnamed,
        Id = sent.Id,
        RoomId = room,
        UserId = Connection.Session.UserId,
        UserName = Connection.Session.UserName,
        Text = message.Text,
        SentAt = sent.Timestamp ?? Connection.Clock.GetUtcNow(),
    };

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? text.ToString()
            : null;
}
