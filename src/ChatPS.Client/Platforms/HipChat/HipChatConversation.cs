using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>What is said in rooms, and in private to persons: every operation there has a twin here.</summary>
internal abstract class HipChatConversation(Connection connection) : HipChatResource(connection)
{
    /// <summary>An operation on a room, or its twin on a person.</summary>
    /// <exception cref="ChatException">Both were named, or neither and the session has no default room.</exception>
    protected ApiCall CallOn(string ofRoom, string ofUser, string? room, UserRef? user)
    {
        if (user is null)
            return Call(ofRoom).Path("room_id_or_name", Connection.Session.RoomOr(room));
        return room is null ? CallForUser(ofUser, user) : throw new ChatException(
            ChatErrorReason.InvalidRequest, "A message stands in a room or in a private conversation, and both were named.")
        {
            Advice = "Give -Room or -User.",
        };
    }
}
