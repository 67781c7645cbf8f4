using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Fills in what administrators find: the built-in roles, what a license brings to light, and some days of log.</summary>
internal sealed class ServerSeed(MattermostState state, Seeder seeder, IReadOnlyList<User> people)
{
    private const long Hour = 3_600_000;
    private readonly long _now = seeder.Now.ToUnixTimeMilliseconds();

    public void Run(Team team)
    {
        AddRoles();
        AddSchemes();
        AddGroups(team);
        AddNotes();
    }

    private void AddRoles()
    {
        foreach (var line in ServerConfig.ReadResource("mattermost.roles.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            state.Server.AddRole(words[0], $"authentication.roles.{Key(words[0])}.name", words[2..], words[1] == "true", builtIn: true, _now - 21_600 * Hour);
        }
    }

    private static string Key(string role) => role is "system_admin" or "system_user" or "system_guest" ? role.Replace("system_", "global_", StringComparison.Ordinal) : role;

    private void AddSchemes()
    {
        state.Server.AddScheme("contractors", "Contractors", "Teams with people from outside", "team", _now - 900 * Hour);
        state.Server.AddScheme("announcements", "Announcements", "Channels where only few write", "channel", _now - 800 * Hour);
    }

    private void AddGroups(Team team)
    {
        var staff = people.Where(user => user is { IsBot: false, DeleteAt: 0 }).ToList();
        foreach (var name in new[] { "developers", "designers", "managers", "operators", "support" })
            state.Server.Directory.Add(new($"cn={name},ou=groups,dc=example,dc=com", name, seeder.PickSome(staff, 6)));
        foreach (var entry in state.Server.Directory[..2])
            LdapRoutes.New(state, entry, _now - 700 * Hour);
        var developers = state.Server.Groups.Sorted.First(group => group.DisplayName == "developers");
        var sync = GroupSyncRoutes.New(developers, channel: null, team, _now - 600 * Hour);
        (sync.AutoAdd, sync.UpdateAt) = (true, sync.CreateAt);
        state.Server.Syncs.Add(sync);
        var group = new Group
        {
            Id = state.NewId(),
            Name = "launch-crew",
            DisplayName = "Launch crew",
            Source = "custom",
            AllowReference = true,
            CreateAt = _now - 500 * Hour,
            UpdateAt = _now - 500 * Hour,
        };
        group.Members.AddRange(seeder.PickSome(staff, 4));
        state.Server.Groups.Add(group);
    }

    private void AddNotes()
    {
        state.Server.Note("info", "app/server.go:311", "Starting Server...");
        state.Server.Note("info", "app/server.go:318", $"Current version is {MattermostService.Version}");
        state.Server.Note("info", "jobs/schedulers.go:74", "Starting schedulers.");
        state.Server.Note("warn", "app/push_notification.go:290", "No push proxy is configured");
        state.Server.Note("info", "app/server.go:540", "Server is listening");
        foreach (var user in seeder.PickSome(people, 12))
        {
            state.Server.Audits.Add(new()
            {
                Id = state.NewId(),
                CreateAt = _now - (12 - state.Server.Audits.Count) * Hour,
                UserId = user.Id,
                Action = "/api/v4/users/login",
                ExtraInfo = $"success session_user={user.Id}",
                IpAddress = "192.0.2.17",
                SessionId = state.NewId(),
            });
        }
    }
}
