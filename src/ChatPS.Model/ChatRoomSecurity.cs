namespace ChatPS;

/// <summary>Who may enter a room, and who runs it.</summary>
public sealed class ChatRoomSecurity : ChatObject
{
    /// <summary>The room.</summary>
    public required string RoomId { get; init; }

    /// <summary>What the room's people come from: GROUP for its group, GH_REPO, GH_ORG and the like for what is at GitHub or GitLab; null for nothing but names.</summary>
    public string? Type { get; init; }

    /// <summary>The repository, organization or person that is meant, where it is one.</summary>
    public string? LinkPath { get; init; }

    /// <summary>Who runs the room beside <see cref="ExtraAdmins"/>, in the platform's word, such as MANUAL (nobody) or GROUP_ADMIN.</summary>
    public string? Admins { get; init; }

    /// <summary>Who may enter, in the platform's word, such as PUBLIC or INVITE.</summary>
    public string? Members { get; init; }

    /// <summary>The user names of those who were made administrators by name.</summary>
    public IReadOnlyList<string> ExtraAdmins { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Who may enter.</summary>
    /// <returns><see cref="Members"/>.</returns>
    public override string ToString() => Members ?? "";
}
