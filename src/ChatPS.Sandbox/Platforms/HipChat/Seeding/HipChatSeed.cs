using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.HipChat.Seeding;

/// <summary>The world that a service starts with: people, rooms, and two who can sign in.</summary>
internal sealed class HipChatSeed
{
    private const string Operations = "Operations";
    private const int PeoplePerRoom = 25;
    private static readonly string[] Timezones = ["UTC", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney"];

    private readonly SandboxSize _size;
    private readonly Seeder _seeder;
    private readonly HipChatState _state;
    private readonly List<User> _users = [];

    private HipChatSeed(SandboxOptions options)
    {
        _size = options.Size;
        _seeder = new(options.Seed, options.SeedTime ?? options.TimeProvider.GetUtcNow());
        _state = new(_seeder.Text);
        AddUsers();
        AddRooms();
        AddClient();
        AddWebhooks();
        AddExtensions();
        EmoticonSeed.Fill(_state, _seeder);
        AddMessages();
        _state.NewText = Seeder.Secret;
    }

    private User Admin => _users[0];

    private User Member => _users[1];

    /// <summary>Makes the data and the accounts.</summary>
    public static (HipChatState State, IReadOnlyList<SandboxAccount> Accounts) Create(SandboxOptions options)
    {
        var seed = new HipChatSeed(options);
        return (seed._state, [seed.SignIn("admin", seed.Admin), seed.SignIn("member", seed.Member)]);
    }

    /// <summary>The last of them is gone, the one before a guest.</summary>
    private void AddUsers()
    {
        var count = Math.Max(_size.Users, 12);
        for (var i = 0; i < count; i++)
            Add(NewUser(Seeder.Person(i), isAdmin: i == 0 || (i > 2 && _seeder.OneIn(25)), isGuest: i == count - 2));
        (Admin.Roles, Admin.Presence) = (["owner"], new("chat", "at my desk"));
        Member.Presence = new("chat", null, Idle: 40);
        _state.Group = new()
        {
            Id = _seeder.Between(10_000, 99_999),
            Name = Words.Companies[0],
            Subdomain = Words.Companies[0].ToLowerInvariant().Replace(' ', '-'),
            Created = _seeder.Now.AddDays(-1000),
            Owner = Admin,
        };
        (_users[^1].IsDeleted, _users[^1].Presence) = (true, null);
    }

    private User NewUser(Person person, bool isAdmin, bool isGuest)
    {
        var active = _seeder.Now.AddMinutes(-_seeder.Between(1, 40_000));
        return new()
        {
            Id = _state.NewId(),
            Name = $"{person.FirstName} {person.LastName}",
            // People of the same name have a number behind their user names.
            MentionName = person.FirstName + person.LastName + person.UserName[(person.FirstName.Length + person.LastName.Length + 1)..],
            Email = person.Email,
            Password = HipChatState.NewSecret()[..16],
            Created = _seeder.Now.AddDays(-_seeder.Between(60, 900)),
            Version = _state.NewVersion(),
            Title = isGuest ? "" : _seeder.Pick(Words.Positions),
            Timezone = _seeder.Pick(Timezones),
            IsGroupAdmin = isAdmin,
            IsGuest = isGuest,
            Roles = [isAdmin ? "admin" : "user"],
            LastActive = _seeder.OneIn(9) ? null : active,
            Presence = _seeder.OneIn(4) ? new(_seeder.Pick(["chat", "away", "dnd", "xa"]), null, _seeder.Next(900)) : null,
        };
    }

    private void Add(User user)
    {
        _users.Add(user);
        _state.Users.Add(user.Id, user);
    }

    /// <summary>By turns open, closed, archived and open to guests. The fourth keeps even administrators out.</summary>
    private void AddRooms()
    {
        for (var i = 0; i < Math.Max(_size.Rooms, 12); i++)
        {
            var isPrivate = i % 5 == 3;
            var room = new Room
            {
                Id = _state.NewId(),
                Name = i == 0 ? Operations : NameOf(i - 1),
                Owner = i % 4 == 0 ? Admin : _users[_seeder.Between(2, _users.Count - 3)],
                Created = _seeder.Now.AddDays(-_seeder.Between(100, 800)),
                Version = _state.NewVersion(),
                IsPrivate = isPrivate,
                IsArchived = i % 8 == 6,
                GuestCode = i % 9 == 4 ? _seeder.HexId(8) : null,
                DelegateAdminVisibility = i == 3 ? false : isPrivate && _seeder.OneIn(3) ? true : null,
                Topic = i == 0 ? "All systems are up" : _seeder.OneIn(4) ? "" : $"Questions and news about {Seeder.RoomName(i - 1).Replace('-', ' ')}",
            };
            Fill(room, i);
            _state.Rooms.Add(room.Id, room);
        }

        var rooms = _state.Rooms.Values.ToList();
        Admin.AutoJoin.AddRange([rooms[0], rooms[1]]);
        Member.AutoJoin.Add(rooms[0]);
    }

    /// <summary>Names with blanks, such as <c>Backend Alerts</c>.</summary>
    private static string NameOf(int number) =>
        string.Join(' ', Seeder.RoomName(number).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The first room has everybody. The administrator is in most of the others, the member in a third of them.</summary>
    private void Fill(Room room, int number)
    {
        var people = _users.GetRange(2, _users.Count - 4);
        if (number > 0)
            people = _seeder.PickSome(people, _seeder.Between(2, PeoplePerRoom));
        room.Join(room.Owner, RoomMember.Member, RoomMember.Admin);
        if (number != 3 && number % 7 != 6)
            people.Insert(0, Admin);
        if (number == 0 || (number != 3 && number % 3 == 2))
            people.Add(Member);
        if (room.GuestCode is not null)
            people.Add(_users[^2]);
        foreach (var user in people.Where(user => user != room.Owner))
            room.Join(user, _seeder.OneIn(12) ? [RoomMember.Member, RoomMember.Admin] : [RoomMember.Member]);
    }

    private void AddClient()
    {
        var client = new OAuthClient(
            _state.NewGuid(), HipChatState.NewSecret(), "Rehearsal Add-on", "https://app.example.com/callback", [.. Scope.Ids.Except([Scope.ImportData])]);
        _state.Clients.Add(client.Id, client);
    }

    private void AddWebhooks()
    {
        var room = _state.Rooms.Values.First();
        room.Webhooks.Add(NewWebhook("Deployments", "room_message", key: null, "^/deploy"));
        room.Webhooks.Add(NewWebhook("Topics", "room_topic_change", key: "topic-watch", null));

        Webhook NewWebhook(string name, string what, string? key, string? pattern) => new()
        {
            Id = _state.NewId(),
            Key = key,
            Url = $"https://bot.example.com/{name.ToLowerInvariant()}",
            Event = what,
            Authentication = "none",
            Created = _seeder.Now.AddDays(-_seeder.Between(10, 90)),
            Name = name,
            Pattern = pattern,
            Creator = Admin,
            Room = room,
        };
    }

    private void AddExtensions()
    {
        var everywhere = _state.Group.Extensions;
        everywhere.Add("glance/status", """
            {"key":"status","name":{"value":"Status"},"target":"status.panel","queryUrl":"https://bot.example.com/status",
            "icon":{"url":"https://bot.example.com/icon.png","url@2x":"https://bot.example.com/icon@2x.png"}}
            """);
        everywhere.Add("webPanel/status.panel", """
            {"key":"status.panel","name":{"value":"Status"},"url":"https://bot.example.com/panel","location":"hipchat.sidebar.right"}
            """);
        _state.Rooms.Values.First().Extensions.Add("dialog/rollback", """
            {"key":"rollback","title":{"value":"Roll back"},"url":"https://bot.example.com/rollback"}
            """);
    }

    /// <summary>The first room is the busiest. Some talk to each other in private, also others than those who can sign in.</summary>
    private void AddMessages()
    {
        var chatter = new HipChatChatter(_state, _seeder);
        foreach (var room in _state.Rooms.Values)
            chatter.Fill(room, room.Name == Operations ? _size.Messages : _seeder.Between(2, 12));
        chatter.Converse(Admin, Member, 90);
        for (var i = 2; i < 6; i++)
        {
            chatter.Converse(Admin, _users[i], _seeder.Between(3, 9));
            chatter.Converse(Member, _users[i + 2], _seeder.Between(3, 9));
            chatter.Converse(_users[i], _users[i + 1], _seeder.Between(3, 9));
        }
    }

    private SandboxAccount SignIn(string role, User user)
    {
        var session = new Session { Token = HipChatState.NewSecret(), Scopes = user.UsualScopes, Name = "Rehearsal", User = user };
        _state.Sessions.Add(session.Token, session);
        return new(role, $"{user.Id}", user.MentionName, user.Email, user.Password, session.Token);
    }
}
