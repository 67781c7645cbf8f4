namespace ChatPS;

/// <summary>Who can come into a room.</summary>
public enum ChatRoomKind
{
    /// <summary>Anybody of the team or the platform.</summary>
    Public,

    /// <summary>Those who were invited.</summary>
    Private,

    /// <summary>Two people.</summary>
    Direct,

    /// <summary>A few people, without a name of its own.</summary>
    Group,
}
