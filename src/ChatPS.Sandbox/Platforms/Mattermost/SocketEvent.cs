using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Something that is told over websockets, and to whom.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Describe">What is told of it to somebody.</param>
internal sealed record SocketEvent(string Name, Func<User, JsonObject> Describe)
{
    /// <summary>Only this user is told.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Only members of this channel are told.</summary>
    public string ChannelId { get; init; } = "";

    /// <summary>Only members of this team are told.</summary>
    public string TeamId { get; init; } = "";

    /// <summary>Whose doing it is, and who needs not be told.</summary>
    public string Omit { get; init; } = "";

    /// <summary>The broadcast's part of the message.</summary>
    public JsonObject Broadcast() => new()
    {
        ["omit_users"] = Omit.Length > 0 ? new JsonObject { [Omit] = true } : null,
        ["user_id"] = UserId,
        ["channel_id"] = ChannelId,
        ["team_id"] = TeamId,
    };
}
