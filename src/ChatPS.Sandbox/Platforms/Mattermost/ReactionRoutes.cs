using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Reactions to posts.</summary>
internal static class ReactionRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("POST", "/reactions", Add);
        service.On("GET", "/posts/{post_id}/reactions", call => Call.Json(Of(call, call.Id("post_id"))));
        service.On("POST", "/posts/ids/reactions", OfMany);
        service.On("DELETE", "/users/{user_id}/posts/{post_id}/reactions/{emoji_name}", Remove);
    }

    /// <summary>The reactions to a post. Who may see everything is told nothing of whether there is such a post.</summary>
    private static List<Reaction> Of(Call call, string id) => Find(call, id)?.Reactions ?? [];

    private static Post Readable(Call call, string id) => Find(call, id) ?? throw Problem.NoPost();

    /// <summary>A post that the caller may react to; an unknown one is refused like a foreign one, if there are foreign ones.</summary>
    private static Post? Find(Call call, string id)
    {
        if (!call.State.Posts.TryGetValue(id, out var post) || post.DeleteAt != 0)
            return call.Me.IsAdmin ? null : throw Problem.Forbidden();
        Call.Need(call.InChannel(call.ChannelOf(post)));
        return post;
    }

    private static SandboxResponse Add(Call call)
    {
        var body = call.Body("reaction");
        var (userId, postId, emoji) = (body.Text("user_id") ?? "", body.Text("post_id") ?? "", body.Text("emoji_name") ?? "");
        if (!Call.IsId(userId) || !Call.IsId(postId) || emoji.Length is 0 or > 64)
            throw new Problem(400, "api.reaction.save_reaction.invalid.app_error", "The reaction isn't complete.");
        if (userId != call.Me.Id)
            throw new Problem(403, "api.reaction.save_reaction.user_id.app_error", "Nobody reacts in another's name.");
        var post = Readable(call, postId);
        if (!emoji.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '_'))
            throw new Problem(400, "model.reaction.is_valid.emoji_name.app_error", "The emoji's name isn't valid.");
        if (call.ChannelOf(post).DeleteAt != 0)
            throw new Problem(403, "api.reaction.save.archived_channel.app_error", "The channel is archived.");
        var reaction = Find(post, userId, emoji);
        if (reaction is null)
        {
            reaction = new() { UserId = userId, PostId = postId, EmojiName = emoji, CreateAt = call.State.Now() };
            post.Reactions.Add(reaction);
            post.UpdateAt = reaction.CreateAt;
            call.State.News.Reacted(post, reaction);
        }

        return Call.Json(reaction);
    }

    private static Reaction? Find(Post post, string userId, string emoji) =>
        post.Reactions.Find(reaction => reaction.UserId == userId && reaction.EmojiName == emoji);

    private static SandboxResponse OfMany(Call call)
    {
        var answer = new Dictionary<string, List<Reaction>>();
        if (call.Request.Json is JsonArray { Count: 0 })
            throw new Problem(500, "app.reaction.bulk_get_for_post_ids.app_error", "No posts were named.");
        foreach (var id in call.BodyList("post_ids"))
            answer[id] = Of(call, id);
        return Call.Json(answer);
    }

    private static SandboxResponse Remove(Call call)
    {
        var user = call.User();
        var post = Readable(call, call.Id("post_id"));
        call.NeedSelf(user);
        if (Find(post, user.Id, call.Request.Route("emoji_name")) is { } reaction)
        {
            post.Reactions.Remove(reaction);
            post.UpdateAt = call.State.Now();
            call.State.News.Unreacted(post, reaction);
        }

        return Call.Ok();
    }
}
