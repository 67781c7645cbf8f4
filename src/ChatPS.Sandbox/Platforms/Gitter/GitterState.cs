using ChatPS.Sandbox.Platforms.Gitter.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>All that the service knows, and the changes that touch more than one thing.</summary>
internal sealed class GitterState
{
    private const string Hex = "0123456789abcdef";

    public GitterState(string machine)
    {
        Ids = new(machine);
        News = new(this);
    }

    public ObjectIds Ids { get; }

    /// <summary>Tells those who listen what has changed.</summary>
    public GitterNews News { get; }

    public Dictionary<string, GitterUser> Users { get; } = [];

    /// <summary>Those who can sign in. Nobody else ever asks what is unread, so it's kept for them only.</summary>
    public List<GitterUser> Readers { get; } = [];

    public Dictionary<string, GitterUser> UsersByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, GitterGroup> Groups { get; } = [];

    public Dictionary<string, GitterRoom> Rooms { get; } = [];

    public Dictionary<string, GitterRoom> RoomsByUri { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, GitterMessage> Messages { get; } = [];

    public Dictionary<string, GitterRepo> Repos { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, GitterOAuthClient> OAuthClients { get; } = [];

    public Dictionary<string, GitterCode> Codes { get; } = [];

    public Dictionary<string, GitterCaller> Tokens { get; } = [];

    public List<GitterReport> Reports { get; } = [];

    /// <summary>Tells those who listen to a room's stream; set by the streams.</summary>
    public Action<GitterMessage> MessagePosted { get; set; } = _ => { };

    /// <summary>The same for events.</summary>
    public Action<GitterRoom, GitterEvent> EventPosted { get; set; } = (_, _) => { };

    /// <summary>A secret of the form that the service's tokens, codes and keys have.</summary>
    public static string NewSecret() => Seeder.Secret(40, Hex);

    public GitterUser? UserByName(string? name) => name is null ? null : UsersByName.GetValueOrDefault(name);

    public GitterGroup? GroupByUri(string uri) => Groups.Values.FirstOrDefault(group => group.Uri.Equals(uri, StringComparison.OrdinalIgnoreCase));

    public void Add(GitterUser user)
    {
        Users.Add(user.Id, user);
        UsersByName.Add(user.UserName, user);
    }

    public void Add(GitterRoom room)
    {
        Rooms.Add(room.Id, room);
        room.Group?.Rooms.Add(room);
        if (room.Uri is not null)
            RoomsByUri.Add(room.Uri, room);
    }

    public void Remove(GitterRoom room)
    {
        News.Removed(room);
        foreach (var member in room.Members)
            member.User.Memberships.Remove(room.Id);
        foreach (var message in room.Messages)
            Messages.Remove(message.Id);
        room.Group?.Rooms.Remove(room);
        Rooms.Remove(room.Id);
        RoomsByUri.Remove(room.Uri!);
    }

    /// <summary>The conversation of two people, begun when they had none.</summary>
    public GitterRoom OneToOne(GitterUser user, GitterUser other, Func<string> newId, DateTimeOffset time)
    {
        var known = user.Memberships.Values.Select(membership => membership.Room).FirstOrDefault(room => room.OneToOne && other.IsIn(room));
        if (known is not null)
            return known;
        var room = new GitterRoom { Id = newId(), GithubType = "ONETOONE", Security = GitterSecurity.ByHand(GitterSecurity.Invite) };
        Add(room);
        Join(user, room, time);
        Join(other, room, time);
        return room;
    }

    /// <summary>Takes somebody into a room, who may be in it already.</summary>
    public GitterMembership Join(GitterUser user, GitterRoom room, DateTimeOffset time)
    {
        var isNew = !user.IsIn(room);
        var membership = user.Join(room, time);
        if (isNew)
            News.Joined(room, user);
        return membership;
    }

    /// <summary>Takes somebody out of a room, who may be out of it already.</summary>
    public void Leave(GitterUser user, GitterRoom room)
    {
        if (!user.IsIn(room))
            return;
        user.Leave(room);
        News.Left(room, user);
    }

    /// <summary>Adds a message, counts it in its thread and as unread with everybody who wants to know.</summary>
    public void Post(GitterMessage message)
    {
        var room = message.Room;
        room.Messages.Add(message);
        Messages.Add(message.Id, message);
        if (message.ParentId is not null && Messages.TryGetValue(message.ParentId, out var parent))
        {
            parent.ThreadCount = (parent.ThreadCount ?? 0) + 1;
            parent.Version++;
        }

        if (message.From.Memberships.TryGetValue(room.Id, out var own))
            own.LastAccess = message.Sent;
        foreach (var reader in Readers)
        {
            if (reader == message.From || !reader.Memberships.TryGetValue(room.Id, out var membership))
                continue;
            var mentioned = message.Content.Mentions.Contains(reader.UserName, StringComparer.OrdinalIgnoreCase)
                || (message.Content.MentionsAll && !membership.Lurks);
            if (mentioned)
                membership.Mentions.Add(message.Id);
            if (mentioned || !membership.Lurks)
                membership.Unread.Add(message.Id);
            News.Unread(membership, message, mentioned);
        }

        MessagePosted(message);
        News.Posted(message);
    }

    /// <summary>Takes a message away; one with a thread stays without its text.</summary>
    public void Remove(GitterMessage message)
    {
        foreach (var reader in Readers)
            reader.Memberships.GetValueOrDefault(message.Room.Id)?.MarkRead(message.Id);
        if (message.ThreadCount > 0)
        {
            message.Content = new("");
            message.Version++;
            News.Edited(message);
            return;
        }

        message.Room.Messages.Remove(message);
        Messages.Remove(message.Id);
        News.Removed(message);
        if (message.ParentId is not null && Messages.TryGetValue(message.ParentId, out var parent))
        {
            parent.ThreadCount--;
            parent.Version++;
        }
    }

    public void MarkRead(GitterMembership membership, string messageId)
    {
        membership.MarkRead(messageId);
        if (Messages.TryGetValue(messageId, out var message) && message.Room == membership.Room
            && message.From != membership.User && !message.ReadBy.Contains(membership.User.Id))
            message.ReadBy.Add(membership.User.Id);
    }

    public void Post(GitterRoom room, GitterEvent happened)
    {
        room.Events.Add(happened);
        EventPosted(room, happened);
        News.Happened(room, happened);
    }

    /// <summary>Ends an account: rooms, tokens and applications go, the messages stay under its name or a ghost's.</summary>
    public void Remove(GitterUser user, bool ghost)
    {
        foreach (var room in user.Memberships.Values.Select(membership => membership.Room).ToArray())
            Leave(user, room);
        foreach (var (token, caller) in Tokens.ToArray())
            if (caller.User == user)
                Tokens.Remove(token);
        foreach (var client in OAuthClients.Values.Where(client => client.Owner == user).ToArray())
            Remove(client);
        Readers.Remove(user);
        UsersByName.Remove(user.UserName);
        user.Removed = true;
        user.Version++;
        if (ghost)
            (user.UserName, user.DisplayName) = ("ghost~" + user.Id, "Ghost");
        UsersByName[user.UserName] = user;
    }

    /// <summary>Ends an application, its tokens and its open permissions.</summary>
    public void Remove(GitterOAuthClient client)
    {
        OAuthClients.Remove(client.Id);
        foreach (var (token, caller) in Tokens.ToArray())
            if (caller.Client == client)
                Tokens.Remove(token);
        foreach (var (code, granted) in Codes.ToArray())
            if (granted.Client == client)
                Codes.Remove(code);
    }
}
