using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Fills a server with a believable company: the first team has everybody, most rooms and the busy one.</summary>
internal sealed class MattermostSeed(MattermostState state, Seeder seeder, SandboxSize size)
{
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;
    private readonly long _now = seeder.Now.ToUnixTimeMilliseconds();
    private readonly List<User> _people = [];
    private readonly List<Team> _teams = [];

    /// <summary>Seeds and returns the accounts that a client may sign in with.</summary>
    public IReadOnlyList<SandboxAccount> Run()
    {
        var admin = Named("sysadmin", "System", "Administrator", "system_admin system_user");
        var member = Named("member", "Morgan", "Member", "system_user");
        var careful = Named("mfa.member", "Casey", "Careful", "system_user");
        (careful.MfaActive, careful.MfaCode) = (true, Seeder.Secret(6, "0123456789"));
        for (var i = _people.Count; i < size.Users; i++)
            AddPerson(i);
        AddTeams(admin);
        AddRooms(member);
        AddDirectRooms(admin, member);
        AddBots(admin);
        AddArchivedTeam(admin);
        SignIn(member);
        new ServerSeed(state, seeder, _people).Run(_teams[0]);
        new IntegrationSeed(state, _now).Run(_teams[0], admin, member);
        return [Account("admin", admin), Account("member", member), Account("mfa", careful)];
    }

    // Some people are at work, one of them in two places.
    private void SignIn(User member)
    {
        foreach (var user in _people.Where(user => user.DeleteAt == 0 && !user.IsBot && !user.IsAdmin && !user.MfaActive).Take(8).Prepend(member))
            state.LogIn(user);
    }

    private SandboxAccount Account(string role, User user) =>
        new(role, user.Id, user.Username, user.Email, user.Password!, state.NewToken(user, "sandbox").Token!, user.MfaCode);

    private User Named(string name, string first, string last, string roles)
    {
        var user = NewUser(name, first, last, $"{name}@example.com");
        (user.Roles, user.Password) = (roles, Seeder.Secret(20, MattermostState.IdAlphabet));
        return user;
    }

    private void AddPerson(int number)
    {
        var person = Seeder.Person(number);
        var user = NewUser(person.UserName, person.FirstName, person.LastName, person.Email);
        user.Position = seeder.Pick(Words.Positions);
        user.Nickname = seeder.OneIn(6) ? person.FirstName : "";
        user.Status = seeder.Pick((string[])["online", "away", "dnd", "offline", "offline"]);
        user.LastActivityAt = _now - seeder.Next(3 * 24 * 60) * Minute;
        if (seeder.OneIn(25))
            (user.DeleteAt, user.Status) = (user.UpdateAt, "offline");
    }

    private User NewUser(string name, string first, string last, string email)
    {
        var created = _now - seeder.Between(91, 800) * Day - seeder.Next(1440) * Minute;
        var user = new User
        {
            Id = state.NewId(),
            Username = name,
            FirstName = first,
            LastName = last,
            Email = email,
            CreateAt = created,
            UpdateAt = created + Day,
            LastPasswordUpdate = created,
        };
        state.Add(user);
        _people.Add(user);
        return user;
    }

    private void AddTeams(User admin)
    {
        for (var i = 0; i < Math.Max(1, size.Teams); i++)
        {
            var title = i < Words.Companies.Length ? Words.Companies[i] : $"{Words.Companies[i % Words.Companies.Length]} {i}";
            var team = state.NewTeam(Slug(title), title, admin, _now - 850 * Day);
            (team.AllowOpenInvite, team.Description) = (i % 2 == 0, $"Everything about {title}");
            if (i == 2)
                (team.Type, team.AllowOpenInvite) = ("I", false);
            _teams.Add(team);
            team.Join(admin, admin: true);
            foreach (var user in i == 0 ? _people : seeder.PickSome(_people, Math.Min(500, _people.Count * 2 / 5)))
                team.Join(user);
        }
    }

    private void AddRooms(User member)
    {
        for (var i = 0; i < size.Rooms; i++)
        {
            // Six rooms out of seven are the first team's, which so has more than one page of the largest size.
            var team = i % 7 < 6 ? _teams[0] : _teams[1 % _teams.Count];
            var name = Seeder.RoomName(i);
            var created = _now - seeder.Between(91, 800) * Day;
            var room = state.NewChannel(team.Id, i > 0 && seeder.OneIn(10) ? "P" : "O", name, Title(name), member.Id, created);
            (room.Purpose, room.Header) = ($"All about {name.Replace('-', ' ')}", seeder.OneIn(3) ? $"Owner: {seeder.Pick(_people).Username}" : "");
            foreach (var one in seeder.PickSome(team.Members.Sorted, i == 0 ? 200 : seeder.Between(3, 25)))
                room.Join(state.Users[one.UserId]!, admin: room.Members.Count == 0);
            if (i % 10 == 0)
                room.Join(member, admin: i > 0);
            Chatter(room, i == 0 ? size.Messages : seeder.Next(8));
            if (i > 0 && seeder.OneIn(20))
                (room.DeleteAt, room.UpdateAt) = (_now - Day, _now - Day);
        }

        foreach (var team in _teams)
            Chatter(team.Channels["town-square"], 20);
    }

    private void AddDirectRooms(User admin, User member)
    {
        var active = _people.Where(user => user.DeleteAt == 0).ToList();
        Chatter(state.DirectChannel(admin, member, _now - 60 * Day), 6);
        foreach (var user in seeder.PickSome(active, Math.Min(60, size.Users / 6)))
            if (user != member)
                Chatter(state.DirectChannel(member, user, _now - 60 * Day), seeder.Next(5));
        for (var i = 0; i < 4 && active.Count > 4; i++)
        {
            var others = seeder.PickSome(active, 4).Where(user => user != member);
            Chatter(state.GroupChannel([member, .. others], _now - 50 * Day), seeder.Next(6));
        }
    }

    private void AddBots(User admin)
    {
        foreach (var (name, title, retired) in (ReadOnlySpan<(string, string, bool)>)[("deploybot", "Deploy Bot", false), ("standupbot", "Standup Bot", false), ("oldbot", "Old Bot", true)])
        {
            var user = NewUser(name, title, "", $"{name}@localhost");
            (user.IsBot, user.BotDescription, user.DeleteAt) = (true, $"The {title} of the house", retired ? _now - 10 * Day : 0);
            state.Bots.Add(user.Id, new()
            {
                UserId = user.Id,
                Username = name,
                DisplayName = title,
                Description = user.BotDescription,
                OwnerId = admin.Id,
                CreateAt = user.CreateAt,
                UpdateAt = user.UpdateAt,
                DeleteAt = user.DeleteAt,
            });
        }
    }

    private void AddArchivedTeam(User admin)
    {
        var team = state.NewTeam("closed-venture", "Closed Venture", admin, _now - 900 * Day);
        team.Join(admin, admin: true);
        (team.DeleteAt, team.UpdateAt) = (_now - 30 * Day, _now - 30 * Day);
    }

    /// <summary>Posts over the last ninety days, each later than the one before.</summary>
    private void Chatter(Channel room, int count)
    {
        var speakers = room.Members.Sorted.Select(member => state.Users[member.UserId]!).ToArray();
        if (speakers.Length == 0 || count == 0)
            return;
        var roots = new List<Post>();
        var step = Math.Max(2, 90 * Day / (count + 1));
        for (var i = 0; i < count; i++)
        {
            var at = _now - 90 * Day + i * step + seeder.Next((int)Math.Min(step - 1, int.MaxValue));
            var root = i > 3 && seeder.OneIn(4) ? roots[^seeder.Between(1, Math.Min(30, roots.Count))] : null;
            var joins = i > 0 && seeder.OneIn(80);
            var speaker = seeder.Pick(speakers);
            var post = new Post
            {
                Id = state.NewId(),
                CreateAt = at,
                UpdateAt = at,
                UserId = speaker.Id,
                ChannelId = room.Id,
                RootId = joins ? "" : root?.Id ?? "",
                Root = joins ? null : root,
                Type = joins ? "system_join_channel" : "",
                Message = joins ? $"{speaker.Username} joined the channel." : seeder.Sentence(),
                Props = joins ? new JsonObject { ["username"] = speaker.Username } : [],
            };
            state.Add(post);
            if (post.Root is null && !joins)
                roots.Add(post);
            if (!joins)
                Decorate(post, speakers, i);
        }
    }

    private void Decorate(Post post, User[] speakers, int number)
    {
        post.IsPinned = number % 400 == 5;
        if (seeder.OneIn(40))
            (post.EditAt, post.UpdateAt) = (post.CreateAt + Minute, post.CreateAt + Minute);
        if (seeder.OneIn(50) && post.Root is not null)
            (post.DeleteAt, post.UpdateAt) = (post.CreateAt + 2 * Minute, post.CreateAt + 2 * Minute);
        if (seeder.OneIn(10))
            foreach (var fan in seeder.PickSome(speakers, seeder.Between(1, 3)))
                post.Reactions.Add(new() { UserId = fan.Id, PostId = post.Id, EmojiName = seeder.Pick(Words.Emoji), CreateAt = post.CreateAt + Minute });
        if (seeder.OneIn(60))
            Attach(post, number);
    }

    private void Attach(Post post, int number)
    {
        var lines = new StringBuilder();
        for (var i = seeder.Between(3, 40); i > 0; i--)
            lines.AppendLine(seeder.Sentence());
        var file = new FileInfo
        {
            Id = state.NewId(),
            UserId = post.UserId,
            PostId = post.Id,
            ChannelId = post.ChannelId,
            CreateAt = post.CreateAt,
            UpdateAt = post.CreateAt,
            Name = $"notes-{number}.txt",
            MimeType = FileType.Of("notes.txt"),
            Content = Encoding.UTF8.GetBytes(lines.ToString()),
        };
        state.Files.Add(file.Id, file);
        post.Files.Add(file);
        post.FileIds = [file.Id];
    }

    private static string Slug(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static string Title(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('-', ' '));
}
