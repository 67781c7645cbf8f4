using ChatPS.Sandbox.Platforms.Gitter.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Gitter.Seeding;

/// <summary>The world that a service starts with: people, groups, rooms, and two who can sign in.</summary>
internal sealed class GitterSeed
{
    private const int PeoplePerRoom = 25;
    private static readonly string[] Providers = ["github", "github", "github", "gitlab", "twitter"];
    private static readonly string[] Cities = ["Accra", "Bergen", "Cusco", "Graz", "Lagos", "Lisbon", "Osaka", "Tampere"];

    private readonly SandboxSize _size;
    private readonly Seeder _seeder;
    private readonly GitterState _state;
    private readonly List<GitterUser> _users = [];

    private GitterSeed(SandboxOptions options)
    {
        _size = options.Size;
        _seeder = new(options.Seed, options.SeedTime ?? options.TimeProvider.GetUtcNow());
        _state = new(_seeder.HexId(10));
    }

    /// <summary>Makes the data and the accounts.</summary>
    public static (GitterState State, IReadOnlyList<SandboxAccount> Accounts) Create(SandboxOptions options)
    {
        var seed = new GitterSeed(options);
        var accounts = seed.AddUsers();
        seed.AddGroups();
        seed.AddRooms();
        seed.AddConversations();
        new GitterChatter(seed._state, seed._seeder).Fill(options.Size.Messages);
        seed.AddTraces();
        return (seed._state, accounts);
    }

    private GitterUser Admin => _users[0];

    private GitterUser Member => _users[1];

    private List<SandboxAccount> AddUsers()
    {
        for (var i = 0; i < Math.Max(_size.Users, 3); i++)
        {
            var person = Seeder.Person(i);
            var user = new GitterUser
            {
                Id = _state.Ids.Next(),
                UserName = person.UserName.Replace('.', '-'),
                DisplayName = $"{person.FirstName} {person.LastName}",
                Email = person.Email,
                Provider = i < 2 ? "github" : _seeder.Pick(Providers),
                Company = _seeder.OneIn(3) ? _seeder.Pick(Words.Companies) : null,
                Location = _seeder.OneIn(2) ? _seeder.Pick(Cities) : null,
                Online = i < 2 || _seeder.OneIn(6),
            };
            _users.Add(user);
            _state.Add(user);
        }

        return [Account("admin", Admin), Account("member", Member)];
    }

    private SandboxAccount Account(string role, GitterUser user)
    {
        var token = GitterState.NewSecret();
        _state.Tokens.Add(token, new(user, null));
        _state.Readers.Add(user);
        return new(role, user.Id, user.UserName, user.Email, password: "", token);
    }

    private void AddGroups()
    {
        for (var i = 0; i < Math.Max(_size.Teams, 1); i++)
        {
            var name = Words.Companies[i % Words.Companies.Length] + (i < Words.Companies.Length ? "" : $" {i / Words.Companies.Length + 1}");
            var uri = name.ToLowerInvariant().Replace(' ', '-');
            // The last of several stands on its own feet, the others belong to an organization.
            var ofOrg = i == 0 || i < _size.Teams - 1;
            var group = new GitterGroup
            {
                Id = _state.Ids.Next(),
                Name = name,
                Uri = uri,
                Security = ofOrg ? GitterSecurity.ForOrg(uri) : GitterSecurity.ByHand(GitterSecurity.Public),
                OrgId = ofOrg ? 40_000 + i : 0,
            };
            if (ofOrg)
                group.OrgMembers.UnionWith(_seeder.PickSome(_users, 6).Where(user => user != Member).Prepend(Admin).Select(user => user.Id));
            else
                group.Security.ExtraAdmins.Add(Admin.Id);
            _state.Groups.Add(group.Id, group);
        }
    }

    private void AddRooms()
    {
        var groups = _state.Groups.Values.ToList();
        for (var i = 0; i < Math.Max(_size.Rooms, 1); i++)
        {
            var room = NewRoom(groups[i % groups.Count], i / groups.Count, number: i);
            room.Topic = _seeder.OneIn(4) ? "" : $"Questions and news about {room.Uri!.Split('/')[^1]}";
            room.Tags = _seeder.PickSome(Words.Subjects, _seeder.Next(4));
            room.NoIndex = _seeder.OneIn(12);
            _state.Add(room);
            FillRoom(room, number: i);
        }
    }

    /// <summary>In each group by turns: the organization's own room, repositories, channels open and closed, and one by invitation.</summary>
    private GitterRoom NewRoom(GitterGroup group, int place, int number)
    {
        var name = Seeder.RoomName(number);
        var uri = $"{group.Uri}/{name}";
        if (place == 1 && group.OrgId > 0)
            return Room(group, group.Uri, "ORG", GitterSecurity.ForOrg(group.Uri));
        if (group.OrgId > 0 && place % 5 is 0 or 1 or 2)
        {
            AddRepo(uri, number);
            return Room(group, uri, "REPO", GitterSecurity.ForRepo(uri));
        }

        if (place % 10 == 4)
            return Room(group, uri, "ORG_CHANNEL", GitterSecurity.ForGroup(GitterSecurity.InviteOrAdmin));
        if (place % 10 != 9)
            return Room(group, uri, "ORG_CHANNEL", GitterSecurity.ForGroup(GitterSecurity.Public));
        var security = GitterSecurity.ByHand(GitterSecurity.Invite);
        security.ExtraAdmins.Add(_users[_seeder.Between(2, _users.Count - 1)].Id);
        return Room(group, uri, "ORG_CHANNEL", security);
    }

    private GitterRoom Room(GitterGroup group, string uri, string type, GitterSecurity security) =>
        new() { Id = _state.Ids.Next(), Uri = uri, Group = group, GithubType = type, Security = security };

    private void AddRepo(string fullName, int number)
    {
        var subject = fullName.Split('/')[^1];
        var created = _seeder.Now.AddDays(-_seeder.Between(200, 900));
        var repo = new GitterRepo(700_000 + number, fullName, $"The {subject} service and its tools", _seeder.OneIn(10), created);
        for (var i = 1; i <= _seeder.Between(3, 30); i++)
        {
            var opened = created.AddDays(i * 6);
            var title = $"{_seeder.Pick(Words.Things)} {_seeder.Pick(Words.Happenings)}";
            repo.Issues.Add(new(
                Id: number * 100 + i,
                Number: i,
                Title: char.ToUpperInvariant(title[0]) + title[1..],
                Body: _seeder.Sentence(),
                Open: !_seeder.OneIn(3),
                Label: _seeder.OneIn(2) ? "bug" : "question",
                Author: _seeder.Pick(_users),
                Assignee: _seeder.OneIn(2) ? _seeder.Pick(_users) : null,
                Created: opened,
                Updated: opened.AddHours(_seeder.Between(1, 100))));
        }

        _state.Repos.Add(fullName, repo);
    }

    /// <summary>The first room has everybody. The administrator is in most of the others, the member in a third, neither in one by invitation.</summary>
    private void FillRoom(GitterRoom room, int number)
    {
        var people = number == 0 ? _users : _seeder.PickSome(_users, _seeder.Between(3, PeoplePerRoom));
        var ids = room.Security.ExtraAdmins;
        var closed = room.Security.Members == GitterSecurity.Invite;
        if (number > 0)
        {
            people = [.. people.Except(_state.Readers)];
            if (!closed && number % 7 != 6)
                people.Insert(0, Admin);
            if (room.Security.IsPublic && number % 3 == 1)
                people.Add(Member);
        }

        foreach (var user in people.Union(ids.Select(id => _state.Users[id])))
            user.Join(room, _seeder.Now.AddHours(-_seeder.Between(1, 900)));
        if (number is > 0 and < 4 && Admin.Memberships.TryGetValue(room.Id, out var own))
            own.Favourite = number;
    }

    private void AddConversations()
    {
        var others = _users.Skip(2).Take(5).ToList();
        foreach (var other in others.Prepend(Member))
            Converse(Admin, other);
        foreach (var other in others.Skip(2))
            Converse(Member, other);
        // Somebody else's business, whoever signs in.
        if (_users.Count > 4)
            Converse(_users[3], _users[4]);
    }

    private void Converse(GitterUser one, GitterUser other) => _state.OneToOne(one, other, _state.Ids.Next, _seeder.Now.AddHours(-_seeder.Between(1, 300)));

    /// <summary>What administration leaves behind: a ban, welcome messages, an application.</summary>
    private void AddTraces()
    {
        var rooms = _state.Rooms.Values.Where(room => !room.OneToOne).ToList();
        foreach (var room in rooms.Where(room => room.GithubType == "ORG"))
        {
            var text = $"Welcome to **{room.Group!.Name}**. Please read the topic first.";
            room.WelcomeMessage = new(text, new GitterMarkup(text).Html);
        }

        var busiest = rooms[0];
        if (busiest.Members.FindLast(member => member.User != Member && !member.User.CanAdmin(busiest)) is { User: var troublemaker })
        {
            troublemaker.Leave(busiest);
            busiest.Bans.Add(new(troublemaker, null, null, Admin, _seeder.Now.AddDays(-3)));
        }

        var client = new GitterOAuthClient(
            _state.Ids.Next(), "Rehearsal App", GitterState.NewSecret(), GitterState.NewSecret(), "https://app.example.com/callback", Admin);
        _state.OAuthClients.Add(client.Id, client);
    }
}
