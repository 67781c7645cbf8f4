using System.Text;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Platforms.Heroku.Routes;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Seeding;

/// <summary>What stands around the apps: add-ons, bills, keys, permissions, pipelines.</summary>
internal sealed class ResourceSeed(HerokuState state, Seeder seeder, IReadOnlyList<Account> people, IReadOnlyList<Team> teams)
{
    public void Fill()
    {
        AddServices();
        AddTeamResources();
        foreach (var person in people.Take(3))
            AddAccountResources(person);
        foreach (var (app, i) in state.Apps.Select((app, i) => (app, i)).ToList())
            AddAppResources(app, i);
        AddPipeline();
        foreach (var app in state.Apps)
            app.ReleasesSeen = app.Releases.Count;
    }

    private void AddServices()
    {
        var created = seeder.Now.AddDays(-1500);
        AddService("heroku-postgresql", "Heroku Postgres", "DATABASE", "_URL", "postgres", true, false, ("essential-0", 500), ("essential-1", 900), ("standard-0", 5000), ("premium-0", 20_000));
        AddService("heroku-redis", "Heroku Key-Value Store", "REDIS", "_URL", "redis", true, false, ("mini", 300), ("premium-0", 1500), ("premium-1", 3000));
        AddService("scheduler", "Heroku Scheduler", "SCHEDULER", "_URL", "https", false, false, ("standard", 0));
        AddService("example-logs", "Example Logs", "LOGS", "_URL", "https", false, true, ("free", 0), ("archive", 1900));

        void AddService(string name, string humanName, string alias, string suffix, string scheme, bool shares, bool drains, params (string Name, int Cents)[] plans)
        {
            var service = new AddOnService
            {
                Id = state.NewId(),
                CreatedAt = created,
                Name = name,
                HumanName = humanName,
                Alias = alias,
                Suffix = suffix,
                Scheme = scheme,
                SupportsSharing = shares,
                DrainsLog = drains,
            };
            foreach (var (plan, cents) in plans)
                service.Plans.Add(new()
                {
                    Id = state.NewId(),
                    CreatedAt = created,
                    Name = $"{name}:{plan}",
                    Service = service,
                    HumanName = char.ToUpperInvariant(plan[0]) + plan[1..].Replace('-', ' '),
                    Cents = cents,
                });
            state.AddOnServices.Add(service);
        }
    }

    private void AddTeamResources()
    {
        var created = seeder.Now.AddDays(-900);
        state.TeamFeatures.Add(new()
        {
            Id = state.NewId(),
            CreatedAt = created,
            Name = "shared-dashboards",
            DisplayName = "Shared dashboards",
            Description = "Lets members share their views of metrics",
            State = "general",
        });
        state.TeamFeatures.Add(new()
        {
            Id = state.NewId(),
            CreatedAt = created,
            Name = "usage-alerts",
            DisplayName = "Usage alerts",
            Description = "Warns administrators of unusual use",
            State = "beta",
        });
        foreach (var team in teams)
        {
            team.Features.Add("shared-dashboards");
            foreach (var month in Months(4))
                team.Invoices.Add(new()
                {
                    Id = state.NewId(),
                    CreatedAt = FirstOf(month.AddMonths(1)),
                    Number = 40_000 + state.Teams.Sum(other => other.Invoices.Count),
                    Month = month,
                    PlatformTotal = seeder.Between(20, 300) * 100,
                    AddOnsTotal = seeder.Between(0, 90) * 100,
                    DatabaseTotal = seeder.Between(0, 60) * 100,
                    DynoUnits = seeder.Between(1, 20),
                });
        }

        // The second team has invited somebody who has no account yet.
        var inviting = teams[^1];
        inviting.Invitations.Add(new()
        {
            Id = state.NewId(),
            CreatedAt = seeder.Now.AddDays(-2),
            Team = inviting,
            Email = "newcomer@example.com",
            UserId = state.NewId(),
            InvitedBy = people[0],
            Role = "member",
        });
    }

    private void AddAccountResources(Account account)
    {
        foreach (var month in Months(6))
            account.Invoices.Add(new()
            {
                Id = state.NewId(),
                CreatedAt = FirstOf(month.AddMonths(1)),
                Number = 9000 + people.Sum(other => other.Invoices.Count),
                Month = month,
                ChargesTotal = seeder.Between(5, 80) * 100,
                CreditsTotal = seeder.OneIn(3) ? 500 : 0,
            });
        account.InvoiceAddress["address_1"] = $"{seeder.Between(1, 200)} Example Street";
        account.InvoiceAddress["city"] = "Example City";
        account.Preferences["timezone"] = "UTC";
        account.Keys.Add(KeyRoutes.Parse(state.NewId(), NewPublicKey(account), account.CreatedAt.AddDays(3))!);
        var client = new OAuthClient
        {
            Id = state.NewId(),
            CreatedAt = account.CreatedAt.AddDays(20),
            Owner = account,
            Name = $"{account.Name} status board",
            RedirectUri = "https://status.example.com/callback",
            Secret = OAuthRoutes.NewSecret(),
        };
        state.OAuthClients.Add(client);
        var token = new AccessToken { Id = state.NewId(), Value = HerokuState.NewToken(), Account = account, Scope = ["read"] };
        state.Tokens.Add(token.Value, token);
        state.Authorizations.Add(new()
        {
            Id = state.NewId(),
            CreatedAt = account.CreatedAt.AddDays(21),
            User = account,
            Scope = token.Scope,
            Description = "Nightly report",
            AccessToken = token,
        });
    }

    private void AddAppResources(App app, int number)
    {
        var created = app.CurrentRelease.CreatedAt.AddHours(2);
        if (number % 2 == 0)
            state.NewAddOn(app, seeder.Pick(Plans("heroku-postgresql")), null, null, app.Owner, created);
        if (number % 4 == 0)
            state.NewAddOn(app, seeder.Pick(Plans("heroku-redis")), null, null, app.Owner, created.AddHours(1));
        if (number % 6 == 0)
            state.NewAddOn(app, seeder.Pick(Plans("example-logs")), null, null, app.Owner, created.AddHours(2));
        if (number % 5 == 0)
            app.LogDrains.Add(LogDrainRoutes.NewDrain(state.NewId(), $"syslog+tls://logs.example.com:{6000 + number % 1000}", null, created));
        if (number % 3 == 0)
            app.Buildpacks.Add(Buildpack.Of("heroku/ruby"));
        if (app.CurrentRelease.Slug is { } slug && app.Releases.FindLast(release => release.Slug == slug) is { } release)
            app.Builds.Add(new()
            {
                Id = state.NewId(),
                CreatedAt = slug.CreatedAt.AddMinutes(-1),
                App = app,
                User = release.User,
                Stack = slug.Stack,
                SourceUrl = "https://source.example.com/" + slug.Commit + ".tar.gz",
                Version = slug.Commit,
                VersionDescription = slug.CommitDescription,
                Buildpacks = app.Buildpacks,
                OutputKey = OAuthRoutes.NewSecret(),
                Output = $"-----> Building on the {slug.Stack.Name} stack\n",
                Status = "succeeded",
                Slug = slug,
                Release = release,
            });
    }

    /// <summary>The administrator's first personal apps, on their way from staging to production.</summary>
    private void AddPipeline()
    {
        var apps = state.Apps.Where(app => app.Team is null && app.Owner == people[0]).Take(2).ToList();
        var pipeline = new Pipeline { Id = state.NewId(), CreatedAt = seeder.Now.AddDays(-20), Name = "main-line", User = people[0] };
        foreach (var (app, stage) in apps.Zip(["staging", "production"]))
            pipeline.Couplings.Add(new() { Id = state.NewId(), CreatedAt = pipeline.CreatedAt, Pipeline = pipeline, App = app, Stage = stage });
        state.Pipelines.Add(pipeline);
    }

    private List<Plan> Plans(string service) => state.AddOnServices.Find(service)!.Plans;

    /// <summary>The last months before the present one, oldest first.</summary>
    private IEnumerable<DateOnly> Months(int count)
    {
        var present = new DateOnly(seeder.Now.UtcDateTime.Year, seeder.Now.UtcDateTime.Month, 1);
        return Enumerable.Range(1, count).Select(back => present.AddMonths(-back)).Reverse();
    }

    private static DateTimeOffset FirstOf(DateOnly month) => new(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An ed25519 key by its form; nobody has the private half.</summary>
    private string NewPublicKey(Account account)
    {
        var type = Encoding.ASCII.GetBytes("ssh-ed25519");
        byte[] blob = [0, 0, 0, (byte)type.Length, .. type, 0, 0, 0, 32, .. Convert.FromHexString(seeder.HexId(64))];
        return $"ssh-ed25519 {Convert.ToBase64String(blob)} {account.Email}";
    }
}
