namespace ChatPS.Client.Capabilities;

/// <summary>Finds people of a room where no operation gives a single one: the list is gone through once, until everybody is found.</summary>
internal static class RoomUserWalk
{
    /// <param name="room">The room, for the error.</param>
    /// <param name="users">Those who are looked for.</param>
    /// <param name="list">The room's people.</param>
    /// <param name="me">The id of the account itself.</param>
    public static IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, IReadOnlyList<UserRef> users, Func<IAsyncEnumerable<ChatRoomUser>> list, string? me)
    {
        var found = new Lazy<Task<List<ChatRoomUser>>>(() => WalkAsync(users, list(), me));
        return users.Select(async user => (await found.Value.ConfigureAwait(false)).Find(member => Means(user, member, me))
            ?? throw new ChatException(ChatErrorReason.NotFound, $"'{user.UserName ?? user.Value}' is not in the room '{room.Value}'.")
            {
                Advice = "Get-ChatRoomUser lists who is; Add-ChatRoomUser takes somebody in.",
            });
    }

    private static async Task<List<ChatRoomUser>> WalkAsync(IReadOnlyList<UserRef> users, IAsyncEnumerable<ChatRoomUser> list, string? me)
    {
        var missing = users.Distinct().ToList();
        var found = new List<ChatRoomUser>();
        await foreach (var member in list.ConfigureAwait(false))
        {
            if (missing.RemoveAll(user => Means(user, member, me)) > 0)
                found.Add(member);
            if (missing.Count == 0)
                break;
        }
        return found;
    }

    private static bool Means(UserRef user, ChatRoomUser member, string? me) =>
        member.UserId == (user.IsMe ? me : user.Value)
        || user.Value.TrimStart('@').Equals(member.UserName, StringComparison.OrdinalIgnoreCase)
        || user.Value.Equals(member.Email, StringComparison.OrdinalIgnoreCase);
}
