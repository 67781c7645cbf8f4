using System.Diagnostics.CodeAnalysis;
using ChatPS.Sandbox.Platforms.Mattermost.Administration;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>A login or a personal access token in use.</summary>
internal sealed record Session(string Id, string Token, User User, long CreateAt, long ExpiresAt, string Csrf)
{
    /// <summary>The phone that is told of news, if it is one.</summary>
    public string DeviceId { get; set; } = "";
}

/// <summary>Everything the server knows, and the changes that keep its indexes together.</summary>
internal sealed class MattermostState
{
    /// <summary>The characters of ids and tokens (z-base-32).</summary>
    public const string IdAlphabet = "ybndrfg8ejkmcpqxot1uwisza345h769";

    private static readonly long TokenLife = (long)TimeSpan.FromDays(100 * 365).TotalMilliseconds;
    private static readonly long SessionLife = (long)TimeSpan.FromDays(30).TotalMilliseconds;
    private readonly Dictionary<string, User> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, User> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Seeder _seeder;
    private readonly TimeProvider _clock;
    private long _last;

    public MattermostState(Seeder seeder, TimeProvider clock)
    {
        (_seeder, _clock) = (seeder, clock);
        Server = new(this);
        Administration = new(this);
    }

    /// <summary>What belongs to the server as a whole.</summary>
    public ServerState Server { get; }

    /// <summary>What administrators run beside all that.</summary>
    public AdministrationState Administration { get; }

    public MattermostNews News => field ??= new(this);

    public Roster<User> Users { get; } = new(user => user.Id, static (a, b) => string.CompareOrdinal(a.Username, b.Username));

    public Roster<Team> Teams { get; } = new(team => team.Id, static (a, b) => string.CompareOrdinal(a.DisplayName, b.DisplayName));

    public Roster<Channel> Channels { get; } = new(channel => channel.Id, static (a, b) => string.CompareOrdinal(a.DisplayName, b.DisplayName));

    public Dictionary<string, Post> Posts { get; } = [];

    public Dictionary<string, FileInfo> Files { get; } = [];

    public Dictionary<string, Bot> Bots { get; } = [];

    public Dictionary<string, AccessToken> Tokens { get; } = [];

    public Integrations Integrations { get; } = new();

    /// <summary>The mails that were sent: to whom, and about what.</summary>
    public List<(string To, string Subject)> Mails { get; } = [];

    /// <summary>What the links in those mails may do, each once: its token, whose it is, and what for.</summary>
    public Dictionary<string, (User User, string Subject)> MailLinks { get; } = [];

    /// <summary>Sessions of logins, by token.</summary>
    public Dictionary<string, Session> Sessions { get; } = [];

    // Sessions that the use of a personal access token has begun, by token.
    private readonly Dictionary<string, Session> _tokenSessions = [];

    /// <summary>Sessions of logins and of personal access tokens.</summary>
    public IEnumerable<Session> AllSessions => Sessions.Values.Concat(_tokenSessions.Values);

    /// <summary>The moment, in milliseconds since 1970: later than all that has happened, which may be a little ahead of the clock.</summary>
    public long Time => Math.Max(_clock.GetUtcNow().ToUnixTimeMilliseconds(), _last + 1);

    /// <summary>The moment of what happens now; never the same twice, so that posts have one order.</summary>
    public long Now() => _last = Time;

    public string NewId() => _seeder.Text(26, IdAlphabet);

    public static string NewSecret() => Seeder.Secret(26, IdAlphabet);

    public User? UserByName(string name) => _byName.GetValueOrDefault(name);

    public User? UserByEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Team? TeamByName(string name) => Array.Find(Teams.Sorted, team => team.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Add(User user)
    {
        Users.Add(user);
        _byName[user.Username] = user;
        _byEmail[user.Email] = user;
    }

    /// <summary>Gives a user another name or address.</summary>
    public void Rename(User user, string name, string email)
    {
        _byName.Remove(user.Username);
        _byEmail.Remove(user.Email);
        (user.Username, user.Email) = (name, email);
        Add(user);
    }

    /// <summary>The bot that speaks for the server itself; there is none before it has something to say.</summary>
    public User SystemBot()
    {
        if (UserByName("system-bot") is { } known)
            return known;
        var now = Now();
        var user = new User { Id = NewId(), CreateAt = now, UpdateAt = now, Username = "system-bot", Email = "system-bot@localhost", IsBot = true, FirstName = "System" };
        Add(user);
        var owner = Users.Sorted.FirstOrDefault(other => other.IsAdmin)?.Id ?? "";
        Bots.Add(user.Id, new() { UserId = user.Id, Username = user.Username, DisplayName = user.FirstName, OwnerId = owner, CreateAt = now, UpdateAt = now });
        return user;
    }

    public void Remove(User user)
    {
        foreach (var team in user.Teams)
            team.Members.Remove(user.Id);
        foreach (var team in Teams.Sorted)
            team.Former.Remove(user.Id);
        foreach (var channel in user.Channels)
            channel.Members.Remove(user.Id);
        RevokeSessions(user);
        foreach (var token in Tokens.Values.Where(token => token.UserId == user.Id).ToList())
            Tokens.Remove(token.Id);
        Users.Remove(user.Id);
        Bots.Remove(user.Id);
        _byName.Remove(user.Username);
        _byEmail.Remove(user.Email);
    }

    public void Add(Channel channel)
    {
        Channels.Add(channel);
        Teams[channel.TeamId]?.Channels.Add(channel.Name, channel);
    }

    public void Rename(Channel channel, string name)
    {
        var team = Teams[channel.TeamId];
        team?.Channels.Remove(channel.Name);
        channel.Name = name;
        team?.Channels.Add(name, channel);
        Channels.Reorder();
    }

    public void Move(Channel channel, Team team)
    {
        Teams[channel.TeamId]?.Channels.Remove(channel.Name);
        channel.TeamId = team.Id;
        team.Channels.Add(channel.Name, channel);
    }

    public void Remove(Channel channel)
    {
        foreach (var member in channel.Members.Sorted)
            Users[member.UserId]?.Channels.Remove(channel);
        foreach (var post in channel.Posts)
            Posts.Remove(post.Id);
        Integrations.Remove(channel);
        Teams[channel.TeamId]?.Channels.Remove(channel.Name);
        Channels.Remove(channel.Id);
    }

    /// <summary>Forgets a post, with its files and, if it began a thread, the answers.</summary>
    public void Remove(Post post)
    {
        foreach (var one in post.Replies.Append(post).ToList())
        {
            Posts.Remove(one.Id);
            Channels[one.ChannelId]?.Posts.Remove(one);
            foreach (var file in Files.Values.Where(file => file.PostId == one.Id).ToList())
                Files.Remove(file.Id);
        }
        post.Root?.Replies.Remove(post);
    }

    public void Remove(Team team)
    {
        foreach (var channel in team.Channels.Values.ToList())
            Remove(channel);
        foreach (var member in team.Members.Sorted)
            Users[member.UserId]?.Teams.Remove(team);
        Integrations.Remove(team);
        Teams.Remove(team.Id);
    }

    public void Add(Post post)
    {
        var channel = Channels[post.ChannelId]!;
        Posts.Add(post.Id, post);
        // An administrator may bring in posts of other days.
        channel.Posts.Insert(channel.Posts.FindLastIndex(earlier => earlier.CreateAt <= post.CreateAt) + 1, post);
        post.Root?.Replies.Add(post);
        // Whoever takes part in a thread follows it from then on.
        if (post.Root is { } root && !root.IsComingOrGoing)
        {
            root.Followers.TryAdd(root.UserId, root.CreateAt);
            root.Followers[post.UserId] = post.CreateAt;
        }
        channel.LastPostAt = Math.Max(channel.LastPostAt, post.CreateAt);
        News.Posted(post);
        if (post.IsComingOrGoing)
            return;
        channel.TotalMsgCount++;
        if (post.Root is null)
            channel.TotalMsgCountRoot++;
        CountUnread(post, channel);
    }

    /// <summary>Who writes has read what is there; whom it speaks to is to see that.</summary>
    private void CountUnread(Post post, Channel channel)
    {
        if (!post.Type.StartsWith("system_", StringComparison.Ordinal) && !post.Props.ContainsKey("from_webhook"))
            channel.Members[post.UserId]?.Read(channel, post.CreateAt);
        if (!channel.IsDirect && !post.Message.Contains('@', StringComparison.Ordinal))
            return;
        foreach (var member in channel.Members.Sorted)
        {
            if (Users[member.UserId] is not { } user || !post.Mentions(user, channel))
                continue;
            member.MentionCount++;
            if (post.Root is null)
                member.MentionCountRoot++;
        }
    }

    /// <summary>A team with its two default channels.</summary>
    public Team NewTeam(string name, string displayName, User creator, long at)
    {
        var team = new Team
        {
            Id = NewId(),
            CreateAt = at,
            UpdateAt = at,
            Name = name,
            DisplayName = displayName,
            Email = creator.Email,
            InviteId = NewId(),
        };
        Teams.Add(team);
        // Nobody is said to have made the channels that every team has.
        NewChannel(team.Id, "O", "town-square", "Town Square", "", at);
        NewChannel(team.Id, "O", "off-topic", "Off-Topic", "", at);
        return team;
    }

    public Channel NewChannel(string teamId, string type, string name, string displayName, string creatorId, long at)
    {
        var channel = new Channel
        {
            Id = NewId(),
            CreateAt = at,
            UpdateAt = at,
            TeamId = teamId,
            Type = type,
            Name = name,
            DisplayName = displayName,
            CreatorId = creatorId,
        };
        Add(channel);
        return channel;
    }

    /// <summary>The direct channel of two users, whose name is both ids in order; made when it isn't there.</summary>
    public Channel DirectChannel(User one, User other, long at)
    {
        var name = string.CompareOrdinal(one.Id, other.Id) <= 0 ? $"{one.Id}__{other.Id}" : $"{other.Id}__{one.Id}";
        var channel = one.Channels.Find(known => known.Type == "D" && known.Name == name);
        if (channel is null)
        {
            channel = NewChannel("", "D", name, "", one.Id, at);
            channel.Shared = false;
            channel.Join(one);
            channel.Join(other);
        }

        return channel;
    }

    public Channel GroupChannel(IReadOnlyList<User> users, long at)
    {
        var name = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Concat(users.Select(user => user.Id).Order(StringComparer.Ordinal)))))[..40].ToLowerInvariant();
        var channel = users[0].Channels.Find(known => known.Type == "G" && known.Name == name);
        if (channel is null)
        {
            var title = string.Join(", ", users.Select(user => user.Username).Order(StringComparer.Ordinal));
            channel = NewChannel("", "G", name, title, "", at);
            foreach (var user in users)
                channel.Join(user);
        }

        return channel;
    }

    public Session LogIn(User user)
    {
        var now = Now();
        var session = new Session(NewId(), NewSecret(), user, now, now + SessionLife, NewSecret());
        Sessions.Add(session.Token, session);
        return session;
    }

    /// <summary>The sessions of a user, the newest first.</summary>
    public IEnumerable<Session> SessionsOf(string userId) =>
        AllSessions.Where(session => session.User.Id == userId).OrderByDescending(session => session.CreateAt);

    public void RevokeSessions(User user)
    {
        foreach (var session in SessionsOf(user.Id).ToList())
            End(session);
    }

    /// <summary>Ends a session. A personal access token begins another with its next use.</summary>
    public void End(Session session)
    {
        Sessions.Remove(session.Token);
        _tokenSessions.Remove(session.Token);
    }

    /// <summary>The personal access token that a session is of; null for a login.</summary>
    public AccessToken? TokenOf(Session session) =>
        _tokenSessions.ContainsKey(session.Token) ? Tokens.Values.FirstOrDefault(token => token.Token == session.Token) : null;

    public AccessToken NewToken(User user, string description)
    {
        var token = new AccessToken { Id = NewId(), Token = NewSecret(), UserId = user.Id, Description = description };
        Tokens.Add(token.Id, token);
        return token;
    }

    public CustomEmoji NewEmoji(string name, User creator, ReadOnlyMemory<byte> image, string format)
    {
        var now = Now();
        var emoji = new CustomEmoji { Id = NewId(), CreateAt = now, UpdateAt = now, CreatorId = creator.Id, Name = name, Image = image, Format = format };
        Integrations.Emojis.Add(emoji.Id, emoji);
        return emoji;
    }

    /// <summary>The session behind a token: of a login that hasn't expired, or of an active personal access token.</summary>
    public bool TryGetSession(string token, [NotNullWhen(true)] out Session? session)
    {
        if (Sessions.TryGetValue(token, out session))
        {
            if (session.ExpiresAt > _clock.GetUtcNow().ToUnixTimeMilliseconds())
                return true;
            Sessions.Remove(token);
            return false;
        }

        var personal = Tokens.Values.FirstOrDefault(known => known.Token == token && known.IsActive);
        if (personal is null || Users[personal.UserId] is not { DeleteAt: 0 } user)
        {
            _tokenSessions.Remove(token);
            return false;
        }

        if (!_tokenSessions.TryGetValue(token, out session))
        {
            var now = Now();
            _tokenSessions[token] = session = new(NewSecret(), token, user, now, now + TokenLife, "");
        }

        return true;
    }
}
