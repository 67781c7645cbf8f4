namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>One user in one room: how it notifies and what is still unread.</summary>
internal sealed class GitterMembership(GitterUser user, GitterRoom room)
{
    public GitterUser User => user;

    public GitterRoom Room => room;

    public string Mode { get; set; } = user.DefaultMode;

    /// <summary>Whether <see cref="Mode"/> is the user's default rather than chosen for this room.</summary>
    public bool ModeIsDefault { get; set; } = true;

    public int? Favourite { get; set; }

    public DateTimeOffset? LastAccess { get; set; }

    /// <summary>Ids of unread messages in the order they came.</summary>
    public SortedSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of <see cref="Unread"/> that mention the user.</summary>
    public SortedSet<string> Mentions { get; } = new(StringComparer.Ordinal);

    /// <summary>Lurking: new messages aren't counted as unread.</summary>
    public bool Lurks => Mode == GitterNotifications.Mute;

    public void MarkRead(string messageId)
    {
        Unread.Remove(messageId);
        Mentions.Remove(messageId);
    }

    public void MarkAllRead()
    {
        Unread.Clear();
        Mentions.Clear();
    }
}
