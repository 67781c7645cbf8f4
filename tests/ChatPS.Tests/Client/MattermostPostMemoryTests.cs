using System.Text.Json;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Client.Platforms.Mattermost.Wire;
using static ChatPS.Client.Platforms.Mattermost.MattermostPostNews;

namespace ChatPS.Tests.Client;

/// <summary>What came over the socket, and is in the list of what has changed since as well.</summary>
public sealed class MattermostPostMemoryTests
{
    private readonly MattermostPostMemory _memory = new();

    [Fact]
    public void A_message_comes_once_whichever_way_it_comes_first()
    {
        Assert.NotNull(_memory.Tell(What.Posted, Post("a", 10)));
        Assert.Equal(["Posted b"], List(0, 0, Post("a", 10), Post("b", 20)));
        Assert.Null(_memory.Tell(What.Posted, Post("b", 20)));
        Assert.Empty(List(0, 0, Post("a", 10), Post("b", 20)));
    }

    [Fact]
    public void What_was_there_before_is_no_news_and_the_order_is_that_of_the_times() =>
        Assert.Equal(["Changed old", "Posted a", "Removed gone", "Posted b"], List(5, 5, Post("b", 20), Post("a", 10), Post("before", 5), Post("old", 1, edit: 7), Post("gone", 2, delete: 15)));

    [Fact]
    public void A_change_comes_once_and_only_when_it_is_newer()
    {
        _memory.Tell(What.Posted, Post("a", 10));
        Assert.NotNull(_memory.Tell(What.Changed, Post("a", 10, edit: 20)));
        Assert.Null(_memory.Tell(What.Changed, Post("a", 10, edit: 20)));
        Assert.Empty(List(0, 0, Post("a", 10, edit: 20)));
        Assert.Equal(["Changed a"], List(0, 0, Post("a", 10, edit: 30)));
        Assert.Null(_memory.Tell(What.Changed, Post("a", 10, edit: 30)));
        Assert.Equal(["Changed a"], List(0, 0, Post("a", 10, edit: 30, update: 40, pinned: true)));
    }

    [Fact]
    public void How_a_post_was_before_it_was_edited_is_no_removal()
    {
        var former = Post("former", 10, delete: 20);
        former.Unnamed = new() { ["original_id"] = JsonSerializer.SerializeToElement("a") };
        Assert.Equal(["Changed a"], List(15, 15, Post("a", 10, edit: 20), former));
    }

    [Fact]
    public void A_removal_comes_once_and_nothing_after_it()
    {
        _memory.Tell(What.Posted, Post("a", 10));
        Assert.NotNull(_memory.Tell(What.Removed, Post("a", 10)));
        Assert.Null(_memory.Tell(What.Removed, Post("a", 10)));
        Assert.Null(_memory.Tell(What.Changed, Post("a", 10, edit: 30)));
        Assert.Empty(List(0, 0, Post("a", 10, delete: 20)));
        Assert.Equal(["Removed b"], List(0, 0, Post("b", 10, delete: 20), Post("reply", 12, root: "b", delete: 20)));
        Assert.Null(_memory.Tell(What.Removed, Post("b", 10)));
    }

    [Fact]
    public void Reactions_come_once_and_so_does_their_end()
    {
        _memory.Tell(What.Posted, Post("a", 10));
        Assert.NotNull(_memory.Tell(What.ReactionAdded, Reaction("a", "eyes", 20), "room"));
        Assert.Null(_memory.Tell(What.ReactionAdded, Reaction("a", "eyes", 20), "room"));
        Assert.Equal(["ReactionAdded a +1"], List(5, 5, Post("a", 10, update: 30, reactions: [Reaction("a", "eyes", 20), Reaction("a", "+1", 30)])));
        Assert.Equal(["ReactionRemoved a eyes"], List(5, 5, Post("a", 10, update: 40, reactions: [Reaction("a", "+1", 30)])));
        Assert.Null(_memory.Tell(What.ReactionRemoved, Reaction("a", "eyes", 20), "room"));
        Assert.NotNull(_memory.Tell(What.ReactionRemoved, Reaction("a", "+1", 30), "room"));
        Assert.NotNull(_memory.Tell(What.ReactionAdded, Reaction("a", "+1", 50), "room"));
    }

    [Fact]
    public void What_has_changed_without_an_edit_is_explained_by_reactions_and_replies_or_else_told()
    {
        Assert.Equal(["ReactionAdded a +1"], List(50, 50, Post("a", 10, update: 60, reactions: [Reaction("a", "+1", 60)])));
        Assert.Equal(["Posted reply"], List(50, 50, Post("b", 10, update: 60), Post("reply", 60, root: "b")));
        Assert.Equal(["Changed c"], List(50, 50, Post("c", 10, update: 60, pinned: true)));
        Assert.Empty(List(50, 70, Post("d", 10, update: 60)));
    }

    [Fact]
    public void As_much_is_kept_as_may_come_again()
    {
        for (var i = 0; i < 20_000; i++)
            _memory.Tell(What.Posted, Post($"p{i}", i));
        Assert.Null(_memory.Tell(What.Posted, Post("p10001", 10_001)));
        Assert.NotNull(_memory.Tell(What.Posted, Post("p9999", 9_999)));
    }

    private static Post Post(
        string id, long at, long edit = 0, long update = 0, long delete = 0, bool pinned = false, string root = "", Reaction[]? reactions = null) => new()
        {
            Id = id,
            ChannelId = "room",
            CreateAt = at,
            EditAt = edit,
            DeleteAt = delete,
            UpdateAt = Math.Max(update, Math.Max(at, Math.Max(edit, delete))),
            IsPinned = pinned,
            RootId = root,
            Unnamed = reactions is null ? null : new()
            {
                ["metadata"] = JsonSerializer.SerializeToElement(new { reactions = reactions.Select(r => new { user_id = r.UserId, post_id = r.PostId, emoji_name = r.EmojiName, create_at = r.CreateAt }) }),
            },
        };

    private static Reaction Reaction(string post, string emoji, long at) => new() { PostId = post, UserId = "ann", EmojiName = emoji, CreateAt = at };

    private string[] List(long since, long mark, params Post[] posts) =>
        [.. _memory.Tell(posts, since, mark).Select(news => $"{news.Kind} {news.Post.Id} {news.Reaction?.EmojiName}".TrimEnd())];
}
