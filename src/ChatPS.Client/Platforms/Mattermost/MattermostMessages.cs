using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Posts.</summary>
internal sealed class MattermostMessages(Connection connection)
    : MattermostResource(connection), IMessageReader, IMessageHistoryReader, IMessageBatchReader, IMessageSender, IMessageEditor, IMessageRemover, IMessageSearcher
{
    private Owned<Wire.Post, ChatMessage> Posts => new(MattermostJson.Default.Post, post => post.UserId, (post, user) => ToMessage(post, user, post.Unnamed));

    public IAsyncEnumerable<ChatMessage> ListAsync(MessageFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.IncludeDeleted, ChatPlatform.Mattermost, "IncludeDeleted");
        return filter switch
        {
            { User: { } user } => ListOfAsync(user, filter with { User = null }, window, context),
            { Following: true } => ListFollowedAsync(filter, window, context),
            { Flagged: true } => filter.Within(part => ListFlagged(filter, part, context), window),
            { Pinned: true } => filter.Within(part => part.Cut(ListPinnedAsync(filter, context, context.Cancellation)), window),
            { Around: { } centre } => filter.Within(part => part.Cut(ListAroundAsync(centre, filter, part, context, context.Cancellation)), window),
            _ => filter.Within(part => ListRoom(filter, part, context), window),
        };
    }

    public IAsyncEnumerable<ChatMessage> ListThreadAsync(MessageRef message, PageWindow window, CallContext context) =>
        List(Call(GetPostThread).Path("post_id", message.Id), window, context);

    public IAsyncEnumerable<ChatMessage> ListVersionsAsync(MessageRef message, PageWindow window, CallContext context) =>
        List(Call(GetEditHistoryForPost).Path("post_id", message.Id), window, context);

    public Task<ChatMessage> GetAsync(MessageRef message, CallContext context) =>
        ReadOwnedAsync(Call(GetPost).Path("post_id", message.Id), Posts, context);

    public async Task<IReadOnlyList<ChatMessage?>> GetAsync(IReadOnlyList<string> messages, CallContext context)
    {
        var posts = await ReadAsync([.. messages.Distinct()], context).ConfigureAwait(false);
        await LearnNamesAsync(posts.Select(post => post.UserId), context).ConfigureAwait(false);
        var byId = posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        return [.. messages.Select(id => byId.TryGetValue(id, out var post) ? ToMessage(post, context) : null)];
    }

    public async Task<ChatMessage?> SendAsync(NewMessage message, CallContext context)
    {
        Unsupported.IfStyled(message, ChatPlatform.Mattermost);
        Unsupported.IfGiven(message.IsStatus, ChatPlatform.Mattermost, "Status");
        var (root, rootRoom) = message.ReplyTo is { } reply ? await RootAsync(reply, context).ConfigureAwait(false) : (null, null);
        var room = await Names.RoomIdAsync(message.User, message.Room ?? rootRoom, message.Team, context).ConfigureAwait(false);
        if (message.VisibleTo is { } only)
            return await SendToOneAsync(message, room, root, only, context).ConfigureAwait(false);
        List<string> files = [.. message.FileIds];
        if (message.Files.Count > 0)
        {
            var sent = await Connection.Get<MattermostFiles>().SendAsync(new FileTarget(room), message.Files, context).ConfigureAwait(false);
            files.AddRange(sent.Select(file => file.Id));
        }
        return await MessageAsync(Call(CreatePost)
            .Body("channel_id", room)
            .Body("message", message.Text)
            .Body("root_id", root)
            .Body("file_ids", files.Count > 0 ? files : null)
            .Body("props", message.Props), context).ConfigureAwait(false);
    }

    public async Task<ChatMessage?> UpdateAsync(MessageRef message, MessageChange change, bool wanted, CallContext context)
    {
        ChatMessage? result = null;
        if (change.Version is { } version)
            await SendAsync(
                Call(RestorePostVersion).Path("post_id", message.Id).Path("restore_version_id", version), context).ConfigureAwait(false);
        if (change is not { Text: null, Props: null })
            result = await MessageAsync(
                Call(PatchPost).Path("post_id", message.Id).Body("message", change.Text).Body("props", change.Props), context).ConfigureAwait(false);
        if (change.Flagged is { } flagged)
            await FlagAsync(message.Id, flagged, context).ConfigureAwait(false);
        if (change.Following is { } following)
            await Connection.Get<MattermostThreads>().FollowAsync(message, following, context).ConfigureAwait(false);
        if (change.Pinned is { } pinned)
        {
            // Who may not edit another's message may still pin it, so that is an operation of its own, which answers nothing.
            await SendAsync(Call(pinned ? PinPost : UnpinPost).Path("post_id", message.Id), context).ConfigureAwait(false);
            result = null;
        }
        return wanted ? result ?? await GetAsync(message, context).ConfigureAwait(false) : null;
    }

    public async Task RemoveAsync(MessageRef message, bool permanent, CallContext context)
    {
        if (permanent)
            await RequireRemovalForGoodAsync(context).ConfigureAwait(false);
        await SendAsync(Call(DeletePost).Path("post_id", message.Id).Query("permanent", permanent ? true : null), context).ConfigureAwait(false);
    }

    // An older server would not heed the word, and say that it is done. One that does has the setting.
    private async Task RequireRemovalForGoodAsync(CallContext context)
    {
        const string Setting = "EnableAPIPostDeletion";
        var known = $"{Connection.Session.Name} {Setting}";
        if (context.Names.ContainsKey(known))
            return;
        var config = await Connection.Get<MattermostServerConfigs>().ConfigAsync(context).ConfigureAwait(false);
        if (config["ServiceSettings"]?[Setting] is null)
            throw new ChatException(ChatErrorReason.NotSupported, "This server's version keeps what is deleted, and has no way to delete a message for good.")
            {
                Advice = "Leave -Permanent out: people do not see the message any more.",
            };
        context.Names[known] = "";
    }

    public IAsyncEnumerable<ChatMessage> SearchAsync(MessageSearch search, PageWindow window, CallContext context) =>
        SearchAsync(search, window, context, context.Cancellation);

    /// <summary>A post as a message; the name of who wrote it was looked up before.</summary>
    public ChatMessage ToMessage(Wire.Post post, CallContext context) => ToModel(post, Posts, context);

    /// <summary>The same, with what the server says of it elsewhere.</summary>
    public ChatMessage ToMessage(Wire.Post post, CallContext context, IReadOnlyDictionary<string, JsonElement>? unnamed) =>
        ToMessage(post, NameOf(post.UserId, context), unnamed);

    private ChatMessage ToMessage(Wire.Post post, string? user, IReadOnlyDictionary<string, JsonElement>? unnamed) => new()
    {
        Session = Connection.Session,
        Unnamed = unnamed,
        Id = post.Id,
        RoomId = post.ChannelId,
        UserId = post.UserId,
        UserName = user,
        Text = post.Message,
        Type = post.Type is { Length: > 0 } type ? type : null,
        ThreadId = post.RootId is { Length: > 0 } root ? root : null,
        ReplyCount = post.ReplyCount,
        IsPinned = post.IsPinned,
        FileIds = post.FileIds ?? [],
        SentAt = MattermostTime.Read(post.CreateAt) ?? DateTimeOffset.UnixEpoch,
        UpdatedAt = MattermostTime.Read(post.UpdateAt),
        EditedAt = MattermostTime.Read(post.EditAt),
        DeletedAt = MattermostTime.Read(post.DeleteAt),
    };

    private async IAsyncEnumerable<ChatMessage> SearchAsync(
        MessageSearch search, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (terms, teamId) = (search.Terms, (string?)null);
        if (search.Room is { } room)
        {
            var channel = await Names.FindRoomAsync(room, search.Team, context).ConfigureAwait(false);
            (terms, teamId) = ($"{terms} in:{channel.Name}", channel.TeamId is { Length: > 0 } id ? id : null);
        }
        teamId ??= await Names.OnlyTeamIdAsync(search.Team, context).ConfigureAwait(false);
        var call = (teamId is null ? Call(SearchPostsInAllTeams) : Call(SearchPosts).Path("team_id", teamId))
            .Body("terms", terms)
            .Body("is_or_search", search.AnyWord)
            .Body("include_deleted_channels", search.IncludeArchived ? true : null)
            // Days that are named in the terms begin when they do here.
            .Body("time_zone_offset", (int)TimeZoneInfo.Local.GetUtcOffset(Connection.Clock.GetUtcNow()).TotalSeconds);
        await foreach (var message in MattermostAllTeams.OrNameOne(List(call, window, context), teamId is null, cancellation).ConfigureAwait(false))
            yield return message;
    }

    private IAsyncEnumerable<ChatMessage> List(ApiCall call, PageWindow window, CallContext context) => ListOwned(call, window, Posts, context);

    private IAsyncEnumerable<ChatMessage> ListRoom(MessageFilter filter, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () => List(
        Call(GetPostsForChannel)
            .Path("channel_id", await RoomIdAsync(filter, context).ConfigureAwait(false))
            .Query("before", filter.Before)
            .Query("after", filter.After),
        window,
        context));

    // A conversation that has not begun has no messages.
    private IAsyncEnumerable<ChatMessage> ListOfAsync(UserRef user, MessageFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Following, ChatPlatform.Mattermost, "User together with -Following");
        return WholeLists.LaterAsync(async () => await Names.FindDirectRoomIdAsync(user, context).ConfigureAwait(false) is { } room
            ? ListAsync(filter with { Room = room }, window, context)
            : null);
    }

    private IAsyncEnumerable<ChatMessage> ListFollowedAsync(MessageFilter filter, PageWindow window, CallContext context)
    {
        // They come in the order of their last replies, of which the times of the messages say nothing.
        Unsupported.IfGiven(filter.Room, ChatPlatform.Mattermost, "Room together with -Following");
        Unsupported.IfGiven(filter.Since, ChatPlatform.Mattermost, "Since together with -Following");
        Unsupported.IfGiven(filter.Until, ChatPlatform.Mattermost, "Until together with -Following");
        return window.Cut(Connection.Get<MattermostThreads>().ListAsync(filter.Team, window, context, context.Cancellation));
    }

    // What one person has put aside is in the order of its times, whatever room it is from.
    private IAsyncEnumerable<ChatMessage> ListFlagged(MessageFilter filter, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        var call = Call(GetFlaggedPostsForUser).Path("user_id", "me");
        if (filter.Room is { } room)
            call.Query("channel_id", await Names.RoomIdAsync(room, filter.Team, context).ConfigureAwait(false));
        else if (filter.Team is { } team)
            call.Query("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false));
        return List(call, window, context);
    });

    private async IAsyncEnumerable<ChatMessage> ListPinnedAsync(
        MessageFilter filter, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var call = Call(GetPinnedPosts).Path("channel_id", await RoomIdAsync(filter, context).ConfigureAwait(false));
        // All in one answer, and in an order of the server's own.
        var pinned = new List<ChatMessage>();
        await foreach (var message in List(call, PageWindow.All, context).WithCancellation(cancellation).ConfigureAwait(false))
            pinned.Add(message);
        foreach (var message in pinned.OrderByDescending(m => m.SentAt))
            yield return message;
    }

    private async IAsyncEnumerable<ChatMessage> ListAroundAsync(
        string centre, MessageFilter filter, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var message = await GetAsync(new MessageRef(centre), context).ConfigureAwait(false);
        var room = filter with { Room = message.RoomId, Around = null };
        var surroundings = MessageSurroundings.ListAsync(
            message,
            window,
            before => ListRoom(room with { Before = centre }, before, context),
            after => ListRoom(room with { After = centre }, after, context));
        await foreach (var one in surroundings.WithCancellation(cancellation).ConfigureAwait(false))
            yield return one;
    }

    private async Task<string> RoomIdAsync(MessageFilter filter, CallContext context)
    {
        // A message is in one room only, so whoever names it has named the room.
        if (filter.Room is null && (filter.Before ?? filter.After) is { } message)
            return (await ReadAsync(message, context).ConfigureAwait(false)).ChannelId;
        return await Names.RoomIdAsync(Connection.Session.RoomOr(filter.Room), filter.Team, context).ConfigureAwait(false);
    }

    /// <summary>What is put aside is one of the user's preferences to the server, which takes and gives nothing but those.</summary>
    private async Task FlagAsync(string message, bool flagged, CallContext context)
    {
        var me = Connection.Session.UserId ?? throw MattermostLocalMode.Nobody("that could put a message aside");
        var preference = new Dictionary<string, string> { ["user_id"] = me, ["category"] = "flagged_post", ["name"] = message, ["value"] = "true" };
        await SendAsync(
            Call(flagged ? UpdatePreferences : DeletePreferences).Path("user_id", "me").Content(new[] { preference }), context).ConfigureAwait(false);
    }

    private async Task<ChatMessage> SendToOneAsync(NewMessage message, string room, string? root, UserRef user, CallContext context)
    {
        Unsupported.IfGiven(message.Files.Count > 0, ChatPlatform.Mattermost, "File together with -VisibleTo");
        Unsupported.IfGiven(message.FileIds.Count > 0, ChatPlatform.Mattermost, "FileId together with -VisibleTo");
        var post = new Dictionary<string, object> { ["channel_id"] = room, ["message"] = message.Text };
        if (root is not null)
            post["root_id"] = root;
        if (message.Props is { } props)
            post["props"] = props;
        return await MessageAsync(Call(CreatePostEphemeral)
            .Body("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false))
            .Body("post", post), context).ConfigureAwait(false);
    }

    // The server takes no reply to a reply.
    public async Task<(string Root, string? Room)> RootAsync(MessageRef message, CallContext context)
    {
        if (message.Thread is { } known)
            return (known, message.Room);
        var (rootKey, roomKey) = ("thread of " + message.Id, "room of " + message.Id);
        if (!context.Names.TryGetValue(rootKey, out var root))
        {
            var post = await ReadAsync(message.Id, context).ConfigureAwait(false);
            context.Names[roomKey] = post.ChannelId;
            context.Names[rootKey] = root = post.RootId is { Length: > 0 } rootId ? rootId : post.Id;
        }
        return (root, context.Names[roomKey]);
    }

    private Task<Wire.Post> ReadAsync(string message, CallContext context) =>
        ReadAsync(Call(GetPost).Path("post_id", message), MattermostJson.Default.Post, context);

    // Version 5 has no operation for many, so there it is one request for each.
    private Task<Wire.Post[]> ReadAsync(string[] messages, CallContext context) => Connection.Abilities.TryAsync(
        GetPostsByIds,
        () => ReadAsync(Call(GetPostsByIds).Content(messages), MattermostJson.Default.PostArray, context),
        () => ReadEachAsync(messages, context));

    private async Task<Wire.Post[]> ReadEachAsync(string[] messages, CallContext context)
    {
        var posts = new List<Wire.Post>(messages.Length);
        foreach (var message in messages)
        {
            try
            {
                posts.Add(await ReadAsync(message, context).ConfigureAwait(false));
            }
            catch (ChatException e) when (e.Reason is ChatErrorReason.NotFound or ChatErrorReason.Forbidden)
            {
                // Left out, as among many.
            }
        }
        return [.. posts];
    }

    private Task<ChatMessage> MessageAsync(ApiCall call, CallContext context) => WriteOwnedAsync(call, Posts, context);
}
