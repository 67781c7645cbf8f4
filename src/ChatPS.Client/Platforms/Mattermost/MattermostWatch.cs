using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// One watch, over as many connections as it takes. A server that knows the connection again goes on where it was; of any other it is asked what
/// has changed since, once its news come: so nothing is missed, and what comes both ways is shown once.
/// </summary>
internal sealed class MattermostWatch(Connection connection, WatchQuery query, TimeSpan interval, CallContext context) : Resource(connection)
{
    // News take a moment from one of the servers to the other; what was changed shortly before the last sign of life may come after it.
    private const long Margin = 15_000;
    private const int MostSince = 1000;

    private readonly SocketPlace _place = new();
    private readonly MattermostPostMemory _memory = new();
    private readonly MattermostWatchedRooms _rooms = new(connection, query);
    private readonly MattermostUserNames _names = new(connection);
    private string? _after = query.After;
    private long? _start;
    private long _mark;
    private bool _isBehind;
    private bool _hasBegun;

    private bool IsOver => _rooms.IsEmpty && !query.Account;

    /// <summary>What happens, for as long as there is something to watch.</summary>
    /// <exception cref="ChatException">The server cannot be asked any more.</exception>
    public async IAsyncEnumerable<Merged<ChatObject>> ReadAsync()
    {
        foreach (var failed in await _rooms.FindAsync(context).ConfigureAwait(false))
            yield return failed;
        if (IsOver)
            yield break;
        var reopening = new Reopening(Connection, "the news", isEndless: true, context);
        await foreach (var news in reopening.ReadAsync(ReadOneAsync, () => _hasBegun).ConfigureAwait(false))
        {
            yield return news;
            // What is not watched any more is told of by an error, after the last of its news.
            if (news.Error is not null && IsOver)
                yield break;
        }
    }

    private async IAsyncEnumerable<Merged<ChatObject>> ReadOneAsync()
    {
        _hasBegun = false;
        // A server that does not accept the token any more would say nothing at all.
        if (_start is not null)
            await Connection.Platform.PingAsync(Connection, context with { Retry = ChatRetryPolicy.None }).ConfigureAwait(false);
        var socket = await MattermostSocket.OpenAsync(Connection, _place, interval, context).ConfigureAwait(false);
        await using (socket.ConfigureAwait(false))
        {
            _hasBegun = true;
            _isBehind |= _start is not null && socket.IsFresh;
            // What happens within the same millisecond comes after it.
            if (_start is null)
                (_start, _mark) = (socket.ServerTime - 1, socket.ServerTime);
            if (_after is not null)
            {
                await foreach (var message in ListAfter(_after).ConfigureAwait(false))
                    yield return message;
                _after = null;
            }
            if (_isBehind)
            {
                await foreach (var missed in CatchUpAsync().ConfigureAwait(false))
                    yield return missed;
                _mark = socket.ServerTime;
            }
            await foreach (var news in socket.ReadAsync().ConfigureAwait(false))
            {
                if (news.Message is null)
                    _mark = news.ServerTime;
                if (news.HasGap)
                {
                    await foreach (var missed in CatchUpAsync().ConfigureAwait(false))
                        yield return missed;
                }
                if (news.Message is null)
                    continue;
                foreach (var told in await TellAsync(news.Message).ConfigureAwait(false))
                    yield return told;
            }
        }
    }

    private IAsyncEnumerable<Merged<ChatObject>> ListAfter(string after) => ListByPage(
        Call(GetPostsForChannel).Path("channel_id", _rooms.Ids.First()).Query("after", after), PageWindow.All, MattermostJson.Default.Post,
        async posts =>
        {
            await LearnAsync(posts.Select(post => post.UserId)).ConfigureAwait(false);
            return posts.Select(post => _memory.Tell(MattermostPostNews.What.Posted, post)).OfType<MattermostPostNews>().Select(Show).OfType<Merged<ChatObject>>();
        },
        context);

    private async IAsyncEnumerable<Merged<ChatObject>> CatchUpAsync()
    {
        _isBehind = true;
        if (query.Events || query.Account)
            context.Log.Warning("The news were interrupted: of what happened meanwhile something may be missing here, such as who came and went. Messages, their changes and reactions are not.");
        var since = Math.Max(_start!.Value, _mark - Margin);
        foreach (var (kind, place, channel) in await _rooms.RefreshAsync(context).ConfigureAwait(false))
        {
            if (query.Events)
                yield return new Merged<ChatObject>(place, OfChannel(kind, channel), null);
            if (kind == "UserLeft" && place != IRoomWatcher.NoRoom)
                yield return new Merged<ChatObject>(place, null, _rooms.Left(place));
        }
        foreach (var id in _rooms.Ids.ToArray())
        {
            // A change or a reaction does not count as activity of the channel.
            if (!query.Events && !_rooms.MayHavePosts(id, since))
                continue;
            var posts = await ListSinceAsync(id, since).ConfigureAwait(false);
            await LearnAsync(posts.Select(post => post.UserId)).ConfigureAwait(false);
            var told = _memory.Tell(posts, since, _mark).ToList();
            if (query.Events)
                await LearnAsync(told.Select(news => news.Reaction?.UserId)).ConfigureAwait(false);
            foreach (var shown in told.Select(Show).OfType<Merged<ChatObject>>())
                yield return shown;
        }
        _isBehind = false;
    }

    private async Task<IReadOnlyCollection<Wire.Post>> ListSinceAsync(string channelId, long since)
    {
        var posts = new Dictionary<string, Wire.Post>(StringComparer.Ordinal);
        await foreach (var post in ListAsync(channelId, call => call.Query("since", since)).ConfigureAwait(false))
            posts[post.Id] = post;
        if (posts.Count < MostSince)
            return posts.Values;
        // The server cuts that list, and not at its end. New posts can be read the ordinary way.
        if (query.Events)
            context.Log.Warning($"More than {MostSince} messages of {channelId} have changed while the news were interrupted: some of the changes are missing here.");
        await foreach (var post in ListAsync(channelId, call => call).ConfigureAwait(false))
        {
            if (post.CreateAt <= since)
                break;
            posts[post.Id] = post;
        }
        return posts.Values;
    }

    private IAsyncEnumerable<Wire.Post> ListAsync(string channelId, Func<ApiCall, ApiCall> with) => List(
        with(Call(GetPostsForChannel).Path("channel_id", channelId)), PageWindow.All, MattermostJson.Default.Post, post => post, context);

    private async Task<IReadOnlyList<Merged<ChatObject>>> TellAsync(Wire.SocketMessage message)
    {
        try
        {
            return message.Event switch
            {
                "posted" => await TellAsync(MattermostPostNews.What.Posted, message).ConfigureAwait(false),
                "post_edited" => await TellAsync(MattermostPostNews.What.Changed, message).ConfigureAwait(false),
                "post_deleted" => await TellAsync(MattermostPostNews.What.Removed, message).ConfigureAwait(false),
                "reaction_added" => await TellOfReactionAsync(MattermostPostNews.What.ReactionAdded, message).ConfigureAwait(false),
                "reaction_removed" => await TellOfReactionAsync(MattermostPostNews.What.ReactionRemoved, message).ConfigureAwait(false),
                _ => await TellOfOthersAsync(message).ConfigureAwait(false),
            };
        }
        catch (JsonException e)
        {
            throw ApiResponse.Malformed(e);
        }
    }

    private async Task<IReadOnlyList<Merged<ChatObject>>> TellAsync(MattermostPostNews.What kind, Wire.SocketMessage message)
    {
        var post = JsonSerializer.Deserialize(message.Text("post") ?? "", MattermostJson.Default.Post)!;
        // A channel that one has just come into may be told of by its first message.
        _rooms.Join(post.ChannelId, message.Text("team_id"));
        if (_rooms.PlaceOf(post.ChannelId) is null)
            return [];
        if (kind == MattermostPostNews.What.Posted || query.Events)
            await LearnAsync([post.UserId]).ConfigureAwait(false);
        return Shown(_memory.Tell(kind, post));
    }

    private async Task<IReadOnlyList<Merged<ChatObject>>> TellOfReactionAsync(MattermostPostNews.What kind, Wire.SocketMessage message)
    {
        var reaction = JsonSerializer.Deserialize(message.Text("reaction") ?? "", MattermostJson.Default.Reaction)!;
        if (!query.Events || message.Broadcast?.ChannelId is not { } channelId || _rooms.PlaceOf(channelId) is null)
            return [];
        await LearnAsync([reaction.UserId]).ConfigureAwait(false);
        return Shown(_memory.Tell(kind, reaction, channelId));
    }

    private async Task<IReadOnlyList<Merged<ChatObject>>> TellOfOthersAsync(Wire.SocketMessage message)
    {
        var update = new MattermostUpdate(Connection, message);
        if (update.IsMyJoining)
            _rooms.Join(update.ChannelId!, update.TeamId);
        if (update.IsOfChannelItself)
            _rooms.Told(update.ChannelId!);
        if (update is { UserId: { } id, UserName: { } name })
            MattermostUserNames.Learn(id, name, context);
        var told = new List<Merged<ChatObject>>();
        var place = _rooms.PlaceOf(update.ChannelId);
        if (update.IsWanted(query, place is not null, _rooms.HasTeam(update.TeamId)))
        {
            await LearnAsync([update.UserId]).ConfigureAwait(false);
            told.Add(new Merged<ChatObject>(place ?? IRoomWatcher.NoRoom, update.ToEvent(query, _names, context), null));
        }
        if (update.IsMyLeaving && place is { } left)
        {
            _rooms.Leave(update.ChannelId!);
            if (left != IRoomWatcher.NoRoom)
                told.Add(new Merged<ChatObject>(left, null, _rooms.Left(left)));
        }
        if (update.IsMyLeavingOfTeam && _rooms.HasTeam(update.TeamId))
            told.Add(new Merged<ChatObject>(IRoomWatcher.NoRoom, null, _rooms.LeaveTeam()));
        return told;
    }

    // A name that cannot be had now is no reason to lose what was told.
    private async Task LearnAsync(IEnumerable<string?> userIds)
    {
        try
        {
            await _names.LearnAsync(userIds, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (Reopening.MayPass(e))
        {
            context.Log.Verbose(e.Message);
        }
    }

    private IReadOnlyList<Merged<ChatObject>> Shown(MattermostPostNews? news) => news is not null && Show(news) is { } shown ? [shown] : [];

    private Merged<ChatObject>? Show(MattermostPostNews news)
    {
        if (_rooms.PlaceOf(news.Post.ChannelId) is not { } place || (news.Kind != MattermostPostNews.What.Posted && !query.Events))
            return null;
        var message = news.Reaction is null ? Connection.Get<MattermostMessages>().ToMessage(news.Post, context) : null;
        return new Merged<ChatObject>(place, news.Kind == MattermostPostNews.What.Posted ? message : OfPost(news, message), null);
    }

    private ChatEvent OfPost(MattermostPostNews news, ChatMessage? message) => new()
    {
        Session = Connection.Session,
        Kind = news.Kind switch
        {
            MattermostPostNews.What.Changed => "MessageChanged",
            MattermostPostNews.What.Removed => "MessageRemoved",
            var kind => kind.ToString(),
        },
        RoomId = news.Post.ChannelId,
        UserId = news.Reaction?.UserId ?? message?.UserId,
        UserName = news.Reaction is null ? message?.UserName : _names.Find(news.Reaction.UserId, context),
        MessageId = news.Post.Id,
        Message = message,
        Text = news.Reaction is null ? message?.Text : $":{news.Reaction.EmojiName}:",
        Timestamp = MattermostTime.Read(news.At) ?? Connection.Clock.GetUtcNow(),
    };

    private ChatEvent OfChannel(string kind, Wire.Channel channel) => new()
    {
        Session = Connection.Session,
        Unnamed = channel.Unnamed,
        Kind = kind,
        RoomId = channel.Id,
        UserId = kind == "UserLeft" ? Connection.Session.UserId : null,
        UserName = kind == "UserLeft" ? Connection.Session.UserName : null,
        Timestamp = MattermostTime.Read(channel.UpdateAt) ?? Connection.Clock.GetUtcNow(),
    };
}
