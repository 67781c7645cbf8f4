using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Something other than a post or a reaction that the websocket told of.</summary>
internal sealed class MattermostUpdate
{
    // What these have is told as if it stood in the event itself.
    private static readonly string[] Wrappers = ["channel", "team", "user", "channelMember", "member"];

    // What has a property of its own.
    private static readonly string[] Named = ["id", "user_id", "channel_id", "post", "post_id", "parent_id"];

    // Told to one user only, and yet of what happens in a room.
    private static readonly string[] OfRooms = ["channel_created", "ephemeral_message", "user_removed"];

    private readonly Connection _connection;
    private readonly Wire.SocketMessage _message;
    private readonly Dictionary<string, JsonElement> _about;
    private readonly bool _isMine;

    public MattermostUpdate(Connection connection, Wire.SocketMessage message)
    {
        (_connection, _message) = (connection, message);
        _about = Flatten(message.Data ?? []);
        _isMine = message is { Broadcast.UserId.Length: > 0 } or { Event: "direct_added" or "group_added" };
        ChannelId = First(message.Broadcast?.ChannelId, Text("channel_id"), message.Event is "channel_updated" ? Text("id") : null);
        TeamId = First(message.Broadcast?.TeamId, Text("team_id"), message.Event is "update_team" or "delete_team" or "restore_team" ? Text("id") : null);
        UserId = First(Text("user_id"), message.Event == "user_updated" ? Text("id") : null, _isMine ? connection.Session.UserId : null);
        UserName = message.Event == "user_updated" ? Text("username") : null;
    }

    public string? ChannelId { get; }

    public string? TeamId { get; }

    public string? UserId { get; }

    /// <summary>The name of the user, where it is told.</summary>
    public string? UserName { get; }

    private string Name => _message.Event!;

    private bool IsMe => UserId is not null && UserId == _connection.Session.UserId;

    /// <summary>The account has come into a channel.</summary>
    public bool IsMyJoining => ChannelId is not null && IsMe && Name is "user_added" or "channel_created";

    /// <summary>The account has left a channel.</summary>
    public bool IsMyLeaving => ChannelId is not null && IsMe && Name == "user_removed";

    /// <summary>The account has left a team.</summary>
    public bool IsMyLeavingOfTeam => IsMe && Name == "leave_team";

    /// <summary>The channel is not as it was.</summary>
    public bool IsOfChannelItself => ChannelId is not null && Name is "channel_updated" or "channel_converted" or "channel_deleted" or "channel_restored";

    /// <summary>Whether it was asked for.</summary>
    /// <param name="query">What is watched.</param>
    /// <param name="inRoom">Whether that is the channel it happened in.</param>
    /// <param name="inTeam">Whether that is the whole team it happened in.</param>
    public bool IsWanted(WatchQuery query, bool inRoom, bool inTeam)
    {
        // A leave is told twice: to the channel, and to the one who is gone.
        if (_isMine || (IsMe && Name == "user_added"))
            return query.Account || (query.Events && (inRoom || inTeam) && (!_isMine || OfRooms.Contains(Name)));
        if (ChannelId is not null)
            return query.Events && inRoom;
        return query.Account || (query.Events && inTeam && TeamId is not null);
    }

    public ChatEvent ToEvent(WatchQuery query, MattermostUserNames names, CallContext context)
    {
        var post = _message.Text("post") is { } text
            ? _connection.Get<MattermostMessages>().ToMessage(JsonSerializer.Deserialize(text, MattermostJson.Default.Post)!, context)
            : null;
        return new ChatEvent
        {
            Session = _connection.Session,
            Unnamed = _about.Where(member => !Named.Contains(member.Key)).ToDictionary(),
            Kind = Kind(query.Account),
            RoomId = ChannelId,
            UserId = post?.UserId ?? UserId,
            UserName = UserName ?? names.Find(UserId, context),
            MessageId = post?.Id ?? First(Text("post_id"), Text("parent_id")),
            Message = post,
            Text = post?.Text ?? (Name == "status_change" ? Text("status") : null),
            Timestamp = _connection.Clock.GetUtcNow(),
        };
    }

    private string Kind(bool isOfAccount) => Name switch
    {
        "typing" => "UserTyping",
        "user_added" => isOfAccount && IsMe ? "RoomJoined" : "UserJoined",
        "user_removed" => isOfAccount && IsMe ? "RoomLeft" : "UserLeft",
        "user_updated" => "UserChanged",
        "new_user" => "UserCreated",
        "user_role_updated" => "RoleChanged",
        "status_change" => "StatusChanged",
        "direct_added" or "group_added" => "RoomJoined",
        "channel_created" => "RoomCreated",
        "channel_updated" or "channel_converted" or "channel_scheme_updated" => "RoomChanged",
        "channel_deleted" => "RoomRemoved",
        "channel_restored" => "RoomRestored",
        "channel_member_updated" => "ModeChanged",
        "channel_viewed" or "multiple_channels_viewed" => "Read",
        "post_unread" => "Unread",
        "ephemeral_message" => "Notification",
        "added_to_team" => "TeamJoined",
        "leave_team" => "TeamLeft",
        "update_team" => "TeamChanged",
        "delete_team" => "TeamRemoved",
        "restore_team" => "TeamRestored",
        _ => Name,
    };

    private string? Text(string name) => _about.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is { Length: > 0 })
                return text;
        }
        return null;
    }

    private static Dictionary<string, JsonElement> Flatten(Dictionary<string, JsonElement> data)
    {
        var all = new Dictionary<string, JsonElement>(data, StringComparer.Ordinal);
        foreach (var name in Wrappers)
        {
            if (!all.TryGetValue(name, out var wrapped))
                continue;
            // Some stand there as objects, some as texts that are objects.
            var about = wrapped.ValueKind == JsonValueKind.String ? Parse(wrapped.GetString()!) : wrapped;
            if (about.ValueKind != JsonValueKind.Object)
                continue;
            all.Remove(name);
            foreach (var member in about.EnumerateObject())
                all.TryAdd(member.Name, member.Value);
        }
        return all;
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Events of plugins have members of these names that are texts.
            return default;
        }
    }
}
