using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Seeding;

/// <summary>The apps, with what they run and who takes part in them.</summary>
internal sealed class AppSeed(HerokuState state, Seeder seeder, IReadOnlyList<Account> people, IReadOnlyList<Team> teams)
{
    private static readonly string[] Paths = ["/", "/login", "/cart", "/health", "/api/orders", "/api/users"];

    private Account Admin => people[0];

    private Account Member => people[1];

    /// <summary>The administrator sees as many apps as asked for; a few more are other people's.</summary>
    /// <param name="count">How many apps.</param>
    /// <param name="lines">How many lines the log of the first app has.</param>
    public void Fill(int count, int lines)
    {
        for (var i = 0; i < count; i++)
        {
            // By turns the administrator's own, a team's, and now and then the member's with the administrator's help.
            var team = i % 3 == 0 ? null : teams[i % teams.Count];
            var app = NewApp(Seeder.RoomName(i), i % 6 == 3 ? Member : Admin, team);
            Share(app, number: i);
            app.Locked = team is not null && i % 7 == 4;
            app.Maintenance = i % 10 == 7;
            Run(app, lines: i == 0 ? lines : 12);
        }

        foreach (var (owner, name) in new[] { (Member, "member-notes"), (people[2], "second-factor-notes"), (people[3], "somebody-elses") })
            Run(NewApp(name, owner, team: null), lines: 5);
    }

    private App NewApp(string name, Account owner, Team? team)
    {
        var stack = state.Stacks.Find(seeder.OneIn(4) ? "heroku-22" : "heroku-24")!;
        var created = seeder.Now.AddDays(-seeder.Between(30, 299)).AddMinutes(-seeder.Next(1440));
        var app = state.NewApp(name, owner, team, state.Regions.Find(seeder.OneIn(3) ? "eu" : "us")!, stack, created);
        app.RepoSize = seeder.Between(100_000, 90_000_000);
        app.Features.Add("runtime-dyno-metadata");
        return app;
    }

    private void Share(App app, int number)
    {
        if (app.Owner != Admin)
            Share(app, Admin);
        foreach (var person in seeder.PickSome(people, 3))
            if (person != Admin && person != app.Owner && (person != Member || number % 2 == 0) && people[2] != person)
                Share(app, person);
        var hostname = $"{app.Name}.example.com";
        if (!seeder.OneIn(3))
            app.Domains.Add(new() { Id = state.NewId(), CreatedAt = app.CreatedAt.AddDays(2), Hostname = hostname, Cname = state.NewDnsTarget() });
    }

    private void Share(App app, Account person) =>
        app.Collaborators.Add(new() { Id = state.NewId(), CreatedAt = app.CreatedAt.AddHours(seeder.Between(1, 200)), User = person });

    private void Run(App app, int lines)
    {
        var vars = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["LANG"] = "en_US.UTF-8",
            ["LOG_LEVEL"] = seeder.Pick(["debug", "info", "warn"]),
            ["SECRET_KEY_BASE"] = Seeder.Secret(32, "0123456789abcdef"),
            ["WEB_CONCURRENCY"] = "2",
        };
        state.AddRelease(app, app.Owner, app.CreatedAt.AddMinutes(2), $"Set {string.Join(", ", vars.Keys)} config vars", configVars: vars);
        var deploys = seeder.Between(2, 4);
        for (var i = 1; i <= deploys; i++)
        {
            var commit = seeder.HexId(40);
            var slug = new Slug
            {
                Id = state.NewId(),
                CreatedAt = app.CreatedAt.AddDays(i * 7),
                Stack = app.Stack,
                ProcessTypes = new SortedDictionary<string, string> { ["web"] = "bundle exec puma", ["worker"] = "bundle exec rake jobs:work" },
                BuildpackProvidedDescription = "Ruby",
                Checksum = "SHA256:" + seeder.HexId(64),
                Commit = commit,
                CommitDescription = seeder.Sentence(),
                Size = seeder.Between(20_000_000, 90_000_000),
            };
            app.Slugs.Add(slug);
            app.BuildpackProvidedDescription = slug.BuildpackProvidedDescription;
            state.AddRelease(app, app.Owner, slug.CreatedAt, $"Deploy {commit[..8]}", slug);
        }

        foreach (var formation in app.Formation)
            state.Scale(app, formation, formation.Type == "web" ? seeder.Between(1, 3) : seeder.Next(2), formation.Size, app.Owner, app.CurrentRelease.CreatedAt.AddHours(1));
        for (var i = lines; i > 0; i--)
            Chat(app, seeder.Now.AddSeconds(-i * 7));
    }

    private void Chat(App app, DateTimeOffset time)
    {
        var dyno = seeder.Pick(app.Dynos);
        if (seeder.OneIn(3))
            app.Write(time, "heroku", "router", $"at=info method=GET path=\"{seeder.Pick(Paths)}\" host={app.Hostname} dyno={dyno.Name} connect=0ms service={seeder.Between(2, 90)}ms status=200 bytes={seeder.Between(200, 9000)}");
        else
            app.Write(time, "app", dyno.Name, seeder.Sentence());
    }
}
