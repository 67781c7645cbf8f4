using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Tells those who listen what has changed. Called while the service's lock is held.</summary>
internal sealed class MattermostNews(MattermostState state)
{
    /// <summary>Takes what is told; set by the service that passes it on.</summary>
    public Action<SocketEvent>? Published { get; set; }

    // ---- Posts -----------------------------------------------------------------------------------------------------------------

    public void Posted(Post post) => Tell("posted", post, _ =>
    {
        var channel = state.Channels[post.ChannelId]!;
        var sender = state.Users[post.UserId]?.Username ?? "";
        return new()
        {
            ["channel_display_name"] = channel.Type == "D" ? "@" + sender : channel.DisplayName,
            ["channel_name"] = channel.Name,
            ["channel_type"] = channel.Type,
            ["post"] = Text(post),
            ["sender_name"] = "@" + sender,
            ["set_online"] = true,
            ["team_id"] = channel.TeamId,
        };
    });

    public void Edited(Post post) => Tell("post_edited", post, _ => new() { ["post"] = Text(post) });

    /// <summary>The post is told of as it was, and only administrators hear whose doing it is.</summary>
    public void Deleted(string post, string channelId, User actor) => Tell(new("post_deleted", viewer =>
        viewer.IsAdmin ? new() { ["post"] = post, ["delete_by"] = actor.Id } : new() { ["post"] = post })
    { ChannelId = channelId });

    public void Ephemeral(Post post, string userId) =>
        Tell(new("ephemeral_message", _ => new() { ["post"] = Text(post) }) { ChannelId = post.ChannelId, UserId = userId });

    public void Reacted(Post post, Reaction reaction) => Tell("reaction_added", post, _ => new() { ["reaction"] = Text(reaction) });

    public void Unreacted(Post post, Reaction reaction) => Tell("reaction_removed", post, _ => new() { ["reaction"] = Text(reaction) });

    public void Typing(Channel channel, User user, string parentId) =>
        Tell(new("typing", _ => new() { ["parent_id"] = parentId, ["user_id"] = user.Id }) { ChannelId = channel.Id, Omit = user.Id });

    // ---- Channels --------------------------------------------------------------------------------------------------------------

    public void Created(Channel channel, User creator) =>
        Tell(new("channel_created", _ => new() { ["channel_id"] = channel.Id, ["team_id"] = channel.TeamId }) { UserId = creator.Id });

    /// <summary>A direct channel or a group is there for its members.</summary>
    public void Added(Channel channel, User creator) => Tell(new(channel.Type == "D" ? "direct_added" : "group_added", _ =>
    {
        var others = channel.Members.Sorted.Select(member => member.UserId).Where(id => channel.Type == "G" || id != creator.Id).ToArray();
        return channel.Type == "D"
            ? new() { ["creator_id"] = creator.Id, ["teammate_id"] = others.FirstOrDefault() ?? creator.Id }
            : new() { ["teammate_ids"] = new JsonArray([.. others.Select(id => (JsonNode)id)]).ToJsonString() };
    })
    { ChannelId = channel.Id });

    public void Updated(Channel channel) => Tell(new("channel_updated", _ => new() { ["channel"] = Text(channel) }) { ChannelId = channel.Id });

    public void Converted(Channel channel) => Tell(new("channel_converted", _ => new() { ["channel_id"] = channel.Id }) { TeamId = channel.TeamId });

    public void Archived(Channel channel) =>
        Tell(new("channel_deleted", _ => new() { ["channel_id"] = channel.Id, ["delete_at"] = channel.DeleteAt }) { TeamId = channel.TeamId });

    public void Restored(Channel channel) => Tell(new("channel_restored", _ => new() { ["channel_id"] = channel.Id }) { TeamId = channel.TeamId });

    public void Viewed(Channel channel, User user) => Tell(new("channel_viewed", _ => new() { ["channel_id"] = channel.Id }) { UserId = user.Id });

    public void MadeUnread(Channel channel, ChannelMember member) => Tell(new("post_unread", _ => new()
    {
        ["msg_count"] = member.MsgCount,
        ["mention_count"] = member.MentionCount,
        ["last_viewed_at"] = member.LastViewedAt,
        ["channel_id"] = channel.Id,
    })
    { UserId = member.UserId });

    public void Followed(Post post, User user, string teamId, bool follows) => Tell(new("thread_follow_changed", _ => new()
    {
        ["thread_id"] = post.Id,
        ["state"] = follows,
        ["reply_count"] = post.ReplyCount,
    })
    { TeamId = teamId, UserId = user.Id });

    public void Joined(Channel channel, User user) =>
        Tell(new("user_added", _ => new() { ["user_id"] = user.Id, ["team_id"] = channel.TeamId }) { ChannelId = channel.Id });

    /// <summary>Who has left is no member any more, and is told in a message of its own.</summary>
    public void Left(Channel channel, User user, User actor)
    {
        Tell(new("user_removed", _ => new() { ["user_id"] = user.Id, ["remover_id"] = actor.Id }) { ChannelId = channel.Id });
        Tell(new("user_removed", _ => new() { ["channel_id"] = channel.Id, ["remover_id"] = actor.Id }) { UserId = user.Id });
    }

    public void Changed(ChannelMember member) => Tell(new("channel_member_updated", _ => new() { ["channelMember"] = Text(member) }) { UserId = member.UserId });

    // ---- Teams -----------------------------------------------------------------------------------------------------------------

    public void Joined(Team team, User user) => Tell(new("added_to_team", _ => new() { ["team_id"] = team.Id, ["user_id"] = user.Id }) { UserId = user.Id });

    /// <summary>To be told while the user still belongs to the team.</summary>
    public void Leaving(Team team, User user) => Tell(new("leave_team", _ => new() { ["team_id"] = team.Id, ["user_id"] = user.Id }) { TeamId = team.Id });

    public void Updated(Team team) => Tell(new("update_team", _ => new() { ["team"] = Text(team.WithoutInvitation()) }) { TeamId = team.Id });

    public void Archived(Team team) => Tell(new("delete_team", _ => new() { ["team"] = Text(team.WithoutInvitation()) }));

    public void Restored(Team team) => Tell(new("restore_team", _ => new() { ["team"] = Text(team.WithoutInvitation()) }));

    // ---- Users -----------------------------------------------------------------------------------------------------------------

    public void Created(User user) => Tell(new("new_user", _ => new() { ["user_id"] = user.Id }));

    public void Updated(User user) => Tell(new("user_updated", viewer => new()
    {
        ["user"] = JsonSerializer.SerializeToNode(user.SeenBy(viewer), MattermostJson.Default.User),
    }));

    public void RolesChanged(User user) => Tell(new("user_role_updated", _ => new() { ["user_id"] = user.Id, ["roles"] = user.Roles }) { UserId = user.Id });

    public void StatusChanged(User user) => Tell(new("status_change", _ => new() { ["status"] = user.Status, ["user_id"] = user.Id }) { UserId = user.Id });

    /// <summary>An object as it stands within a message: JSON in a text.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)MattermostJson.Default.GetTypeInfo(typeof(T))!);

    private void Tell(string name, Post post, Func<User, JsonObject> describe) => Tell(new(name, describe) { ChannelId = post.ChannelId });

    private void Tell(SocketEvent happened) => Published?.Invoke(happened);
}
