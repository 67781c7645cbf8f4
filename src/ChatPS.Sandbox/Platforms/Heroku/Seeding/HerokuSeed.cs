using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Seeding;

/// <summary>The world that a service starts with: people, teams, apps, and three who can sign in.</summary>
internal sealed class HerokuSeed
{
    private static readonly string[] TeamNames = ["ops", "storefront", "data-platform", "mobile", "internal-tools", "research", "partners", "training"];

    private readonly SandboxSize _size;
    private readonly Seeder _seeder;
    private readonly HerokuState _state = new();
    private readonly List<Account> _people = [];
    private readonly List<Team> _teams = [];

    private HerokuSeed(SandboxOptions options)
    {
        _size = options.Size;
        _seeder = new(options.Seed, options.SeedTime ?? options.TimeProvider.GetUtcNow());
        var afterwards = _state.NewId;
        _state.NewId = () => Guid.ParseExact(_seeder.HexId(32), "N").ToString();
        new HerokuCatalog(_state, _seeder.Now.AddDays(-2000)).Fill();
        AddPeople();
        AddTeams();
        new AppSeed(_state, _seeder, _people, _teams).Fill(Math.Max(_size.Rooms, 6), _size.Messages);
        new ResourceSeed(_state, _seeder, _people, _teams).Fill();
        _state.NewId = afterwards;
    }

    /// <summary>Makes the data and the accounts.</summary>
    public static (HerokuState State, IReadOnlyList<SandboxAccount> Accounts) Create(SandboxOptions options)
    {
        var seed = new HerokuSeed(options);
        return (seed._state, [seed.SignIn("admin", 0), seed.SignIn("member", 1), seed.SignIn("mfa", 2)]);
    }

    private void AddPeople()
    {
        for (var i = 0; i < Math.Max(_size.Users, 6); i++)
        {
            var person = Seeder.Person(i);
            var account = new Account
            {
                Id = _state.NewId(),
                CreatedAt = _seeder.Now.AddDays(-_seeder.Between(400, 1500)),
                Email = person.Email,
                Name = $"{person.FirstName} {person.LastName}",
                Password = Seeder.Secret(16, "abcdefghijkmnpqrstuvwxyz23456789"),
                TwoFactorCode = i == 2 ? Seeder.Secret(6, "0123456789") : null,
                Verified = i < 3 || !_seeder.OneIn(8),
                LastLogin = _seeder.Now.AddHours(-_seeder.Between(1, 900)),
            };
            _people.Add(account);
            _state.Accounts.Add(account);
        }

        _people[0].Features.Add("metrics-digest");
    }

    /// <summary>The administrator administers all teams; the member belongs to half of them.</summary>
    private void AddTeams()
    {
        for (var i = 0; i < Math.Max(_size.Teams, 2); i++)
        {
            var team = new Team
            {
                Id = _state.NewId(),
                CreatedAt = _seeder.Now.AddDays(-_seeder.Between(300, 390)),
                Name = TeamNames[i % TeamNames.Length] + (i < TeamNames.Length ? "" : $"-{i / TeamNames.Length + 1}"),
            };
            Join(team, _people[0], "admin");
            if (i % 2 == 0)
                Join(team, _people[1], "member");
            foreach (var other in _seeder.PickSome(_people, Math.Min(12, _people.Count)).Where(person => _people.IndexOf(person) > 2))
                Join(team, other, _seeder.OneIn(5) ? "collaborator" : "member");
            _teams.Add(team);
            _state.Teams.Add(team);
        }

    }

    private void Join(Team team, Account account, string role) => team.Members.Add(new()
    {
        Id = _state.NewId(),
        CreatedAt = team.CreatedAt.AddDays(_seeder.Between(1, 200)),
        Account = account,
        Role = role,
    });

    private SandboxAccount SignIn(string role, int person)
    {
        var account = _people[person];
        var token = new AccessToken { Id = _state.NewId(), Value = HerokuState.NewToken(), Account = account, IsKey = true };
        _state.Tokens.Add(token.Value, token);
        return new(role, account.Id, account.Email, account.Email, account.Password, token.Value, account.TwoFactorCode);
    }
}
