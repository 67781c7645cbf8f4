using System.Globalization;
using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>All that the service knows, and the changes that touch more than one thing.</summary>
internal sealed class HipChatState
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private long _lastId;

    public HipChatState(Func<int, string, string> newText)
    {
        NewText = newText;
        _lastId = 100_000 + long.Parse(newText(5, Digits), CultureInfo.InvariantCulture);
    }

    public Group Group { get; set; } = null!;

    /// <summary>Everybody by id, those who were deleted included.</summary>
    public SortedDictionary<long, User> Users { get; } = [];

    public SortedDictionary<long, Room> Rooms { get; } = [];

    public Dictionary<string, OAuthClient> Clients { get; } = [];

    /// <summary>The tokens that are accepted until they expire.</summary>
    public Dictionary<string, Session> Sessions { get; } = [];

    /// <summary>What applications were sent back with and have not redeemed yet.</summary>
    public Dictionary<string, AuthorizationCode> Codes { get; } = [];

    public SortedDictionary<long, Emoticon> Emoticons { get; } = [];

    /// <summary>What was uploaded, by id.</summary>
    public Dictionary<string, StoredFile> Files { get; } = [];

    /// <summary>Those who were asked into the group, by address.</summary>
    public Dictionary<string, (string Name, string? Title, DateTimeOffset Time)> Invites { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The links of add-ons to their own pages, by token.</summary>
    public Dictionary<string, (string Target, DateTimeOffset ExpiresAt)> Links { get; } = [];

    /// <summary>What the glances of add-ons show, as JSON text by whom they show it and key.</summary>
    public Dictionary<string, string> Glances { get; } = [];

    private Dictionary<(long Lower, long Higher), List<Message>> Conversations { get; } = [];

    /// <summary>Makes characters for ids: reproducible ones while the seed runs, any afterwards.</summary>
    public Func<int, string, string> NewText { get; set; }

    /// <summary>An id that nothing else has, of whatever kind.</summary>
    public long NewId() => ++_lastId;

    public string NewVersion() => NewText(8, Letters + Digits);

    public string NewGuid() => Guid.ParseExact(NewText(32, "0123456789abcdef"), "N").ToString();

    public static string NewSecret() => Seeder.Secret(40, Letters + Letters.ToLowerInvariant() + Digits);

    public Room? FindRoom(string name) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Rooms.TryGetValue(id, out var room)
            ? room
            : Rooms.Values.FirstOrDefault(room => room.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Somebody by id, e-mail address or @mention; who was deleted by id only.</summary>
    public User? FindUser(string name)
    {
        if (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Users.GetValueOrDefault(id);
        return name.StartsWith('@') ? FindMention(name[1..]) : FindEmail(name);
    }

    public User? FindMention(string name) =>
        Users.Values.FirstOrDefault(user => !user.IsDeleted && user.MentionName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public User? FindEmail(string email) =>
        Users.Values.FirstOrDefault(user => !user.IsDeleted && user.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    /// <summary>What two people said to each other, the oldest first.</summary>
    public List<Message> Conversation(User one, User other)
    {
        var pair = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id));
        if (!Conversations.TryGetValue(pair, out var messages))
            Conversations.Add(pair, messages = []);
        return messages;
    }

    /// <summary>Takes somebody's account: the rooms pass to the group's owner, and what was said stays.</summary>
    public void Delete(User user)
    {
        (user.IsDeleted, user.Presence) = (true, null);
        user.AutoJoin.Clear();
        foreach (var room in Rooms.Values)
        {
            room.Members.RemoveAll(member => member.User == user);
            if (room.Owner == user)
                room.Owner = Group.Owner;
        }

        Revoke(session => session.User == user);
    }

    public void Delete(Room room)
    {
        Rooms.Remove(room.Id);
        foreach (var user in Users.Values)
            user.AutoJoin.Remove(room);
        Revoke(session => session.Room == room);
    }

    /// <summary>The one who may use a token at a time; nobody when there is none or it has expired.</summary>
    public Session? FindSession(string? token, DateTimeOffset time) =>
        token is not null && Sessions.TryGetValue(token, out var session) && !(session.ExpiresAt <= time) ? session : null;

    private void Revoke(Predicate<Session> which)
    {
        foreach (var session in Sessions.Values.Where(session => which(session)).ToList())
            Sessions.Remove(session.Token);
    }
}
