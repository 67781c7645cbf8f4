using System.Text.Json;
using ChatPS.Client.Platforms.Mattermost.Wire;
using static ChatPS.Client.Platforms.Mattermost.MattermostPostNews;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// What was told of posts lately. The same comes over the socket and, after a break, in a list of all that has changed since: here it is found
/// out what of either is new.
/// </summary>
internal sealed class MattermostPostMemory
{
    // More than can come by two ways: a list goes back no further than a little before the break.
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>What the socket told, unless it is known.</summary>
    public MattermostPostNews? Tell(What kind, Post post)
    {
        var known = Find(post.Id);
        var isNew = kind switch
        {
            What.Posted => !known.IsShown,
            What.Removed => !known.IsRemoved,
            _ => !known.IsRemoved && post.UpdateAt > known.UpdateAt,
        };
        if (!isNew)
            return null;
        if (kind == What.Removed)
            known.IsRemoved = true;
        else
            known.Learn(post);
        known.IsShown |= kind == What.Posted;
        return new MattermostPostNews(kind, post, At: kind == What.Posted ? post.CreateAt : kind == What.Changed ? post.UpdateAt : 0);
    }

    /// <summary>What the socket told of a reaction, unless it is known.</summary>
    public MattermostPostNews? Tell(What kind, Reaction reaction, string channelId)
    {
        var known = Find(reaction.PostId);
        var isNew = kind == What.ReactionAdded ? known.Reactions.Add(Key(reaction)) : known.Reactions.Remove(Key(reaction)) | known.TakenBack.Add(Key(reaction));
        return isNew ? Of(kind, reaction, channelId, kind == What.ReactionAdded ? reaction.CreateAt : 0) : null;
    }

    /// <summary>What is new in a list of posts that have changed, in the order in which it happened.</summary>
    /// <param name="posts">The posts as they are now.</param>
    /// <param name="since">What happened before is of no interest.</param>
    /// <param name="mark">Until then all has come over the socket.</param>
    public IEnumerable<MattermostPostNews> Tell(IReadOnlyCollection<Post> posts, long since, long mark) =>
        // Whoever begins to read has the first one told, and so may stop in the middle.
        posts.Where(post => !IsFormer(post)).SelectMany(post => NewsOf(post, posts, since, mark)).ToList().OrderBy(news => news.At);

    // How a post was before it was edited stands in the list too, as a deleted one that names the post it was.
    private static bool IsFormer(Post post) => post.Unnamed?.TryGetValue("original_id", out var id) == true && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 };

    private List<MattermostPostNews> NewsOf(Post post, IReadOnlyCollection<Post> posts, long since, long mark)
    {
        var known = Find(post.Id);
        var news = new List<MattermostPostNews>();
        if (post.DeleteAt > 0)
        {
            // A thread goes with its first post.
            var isTold = known.IsRemoved || post.DeleteAt <= since || posts.Any(root => root.Id == post.RootId && root.DeleteAt > 0);
            known.IsRemoved = true;
            return isTold ? [] : [new(What.Removed, post, At: post.DeleteAt)];
        }
        if (!known.IsShown && post.CreateAt > since)
            news.Add(new(What.Posted, post, At: post.CreateAt));
        else if (HasChanged(post, known, posts, since, mark))
            news.Add(new(What.Changed, post, At: post.EditAt > 0 ? post.EditAt : post.UpdateAt));
        var reactions = Reactions(post);
        foreach (var reaction in reactions.Where(reaction => reaction.CreateAt > since && known.Reactions.Add(Key(reaction))))
            news.Add(Of(What.ReactionAdded, reaction, post.ChannelId, reaction.CreateAt));
        foreach (var gone in known.Reactions.Where(key => !reactions.Exists(reaction => Key(reaction) == key)).ToArray())
        {
            known.Reactions.Remove(gone);
            known.TakenBack.Add(gone);
            news.Add(Of(What.ReactionRemoved, new Reaction { PostId = post.Id, UserId = gone.UserId, EmojiName = gone.Emoji }, post.ChannelId, post.UpdateAt));
        }
        known.IsShown |= post.CreateAt > since;
        known.Learn(post);
        return news;
    }

    // A post counts as changed also when somebody reacts or replies to it, which is told of by itself.
    private static bool HasChanged(Post post, Known known, IReadOnlyCollection<Post> posts, long since, long mark)
    {
        if (known.HasState)
            return post.EditAt > known.EditAt || post.IsPinned != known.IsPinned;
        if (post.EditAt > since)
            return true;
        return known.IsNew && post.UpdateAt > mark && post.CreateAt <= since
            && !Reactions(post).Exists(reaction => reaction.CreateAt > since)
            && !posts.Any(reply => reply.RootId == post.Id && reply.UpdateAt > since);
    }

    private static List<Reaction> Reactions(Post post) =>
        post.Unnamed is not null && post.Unnamed.TryGetValue("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? metadata.Deserialize(MattermostJson.Default.PostMetadata)?.Reactions ?? []
            : [];

    private static MattermostPostNews Of(What kind, Reaction reaction, string channelId, long at) =>
        new(kind, new Post { Id = reaction.PostId, ChannelId = channelId }, reaction, at);

    private static (string UserId, string Emoji, long At) Key(Reaction reaction) => (reaction.UserId, reaction.EmojiName, reaction.CreateAt);

    private Known Find(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            known.IsNew = false;
            return known;
        }
        _known[id] = known = new Known();
        _order.Enqueue(id);
        if (_order.Count > MostKnown)
            _known.Remove(_order.Dequeue());
        return known;
    }

    private sealed class Known
    {
        /// <summary>Whether nothing was known of it before.</summary>
        public bool IsNew { get; set; } = true;

        /// <summary>Whether it was told of as a message.</summary>
        public bool IsShown { get; set; }

        public bool IsRemoved { get; set; }

        /// <summary>Whether it is known how the post was.</summary>
        public bool HasState { get; private set; }

        public long UpdateAt { get; private set; }

        public long EditAt { get; private set; }

        public bool IsPinned { get; private set; }

        public HashSet<(string UserId, string Emoji, long At)> Reactions { get; } = [];

        public HashSet<(string UserId, string Emoji, long At)> TakenBack { get; } = [];

        public void Learn(Post post) =>
            (HasState, UpdateAt, EditAt, IsPinned) = (true, Math.Max(UpdateAt, post.UpdateAt), Math.Max(EditAt, post.EditAt), post.IsPinned);
    }
}
