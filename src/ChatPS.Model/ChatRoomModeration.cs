namespace ChatPS;

/// <summary>Whether members and guests may do one thing in a room.</summary>
public sealed class ChatRoomModeration : ChatObject
{
    /// <summary>The room.</summary>
    public required string RoomId { get; init; }

    /// <summary>What they may do or not, in the platform's words: create_post, create_reactions, manage_members or use_channel_mentions.</summary>
    public required string Permission { get; init; }

    /// <summary>Whether members may; null where that is not a matter of members.</summary>
    public bool? Members { get; init; }

    /// <summary>Whether guests may; null where that is not a matter of guests.</summary>
    public bool? Guests { get; init; }

    /// <summary>Whether the room can give it to members: what the scheme above it takes from all, no room gives back.</summary>
    public bool CanChangeMembers { get; init; }

    /// <summary>Whether the room can give it to guests.</summary>
    public bool CanChangeGuests { get; init; }

    /// <summary>What they may do or not.</summary>
    /// <returns><see cref="Permission"/>.</returns>
    public override string ToString() => Permission;
}
