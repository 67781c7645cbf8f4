using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora.Seeding;

/// <summary>The world that a service starts with: people, organizations, game servers, and three who can sign in.</summary>
internal sealed class HathoraSeed
{
    private static readonly string[] OrgNames =
    [
        "Northwind Games", "Cobalt Arcade", "Juniper Play", "Meridian Worlds", "Saltmarsh Studios", "Orchard Interactive", "Tundra Forge", "Lantern Quest",
    ];

    private readonly SandboxSize _size;
    private readonly Seeder _seeder;
    private readonly HathoraState _state = new();
    private readonly List<Organization> _orgs = [];

    private HathoraSeed(SandboxOptions options)
    {
        _size = options.Size;
        _seeder = new(options.Seed, options.SeedTime ?? options.TimeProvider.GetUtcNow());
        var afterwards = _state.NewGuid;
        _state.NewGuid = () => Guid.ParseExact(_seeder.HexId(32), "N");
        AddPeople();
        AddOrgs();
        AddStranger();
        foreach (var org in _orgs)
            new OrgSeed(_state, _seeder, org).Fill(secondFleet: org == _orgs[0]);
        new AppSeed(_state, _seeder, _orgs).Fill(Math.Max(_size.Rooms, 6), _size.Messages);
        _state.NewGuid = afterwards;
    }

    private User Admin => _state.Users[0];

    private User Member => _state.Users[1];

    private User Viewer => _state.Users[2];

    /// <summary>Makes the data and the accounts.</summary>
    public static (HathoraState State, IReadOnlyList<SandboxAccount> Accounts) Create(SandboxOptions options)
    {
        var seed = new HathoraSeed(options);
        return (seed._state, [seed.SignIn("admin", seed.Admin), seed.SignIn("member", seed.Member), seed.SignIn("viewer", seed.Viewer)]);
    }

    private void AddPeople()
    {
        for (var i = 0; i < Math.Max(_size.Users, 8); i++)
            _state.Users.Add(new("auth0|" + _seeder.HexId(24), Seeder.Person(i).Email, _seeder.Now.AddDays(-_seeder.Between(400, 900)))
            {
                LastLogin = _seeder.OneIn(6) ? null : _seeder.Now.AddHours(-_seeder.Between(1, 900)),
            });
    }

    /// <summary>The administrator administers all organizations; the member belongs to half of them. The last one cannot pay.</summary>
    private void AddOrgs()
    {
        var count = Math.Max(_size.Teams, 2);
        for (var i = 0; i < count; i++)
        {
            var org = NewOrg(OrgNames[i % OrgNames.Length] + (i < OrgNames.Length ? "" : $" {i / OrgNames.Length + 1}"), pays: i < count - 1);
            Join(org, Admin, Access.Admin);
            if (i % 2 == 0)
                Join(org, Member, Access.Of("member"));
            if (i == 0)
            {
                Join(org, Viewer, Access.Of("viewer"));
                Join(org, _state.Users[3], Access.Of(["applications:read", "processes:read-write"]));
                Invite(org, "newcomer@example.com", Access.Of("viewer"), Admin, days: 2);
                Invite(org, "contractor@example.com", Access.Of(["builds:read-write", "deployments:read"]), Admin, days: 5);
            }

            foreach (var other in _seeder.PickSome(_state.Users, 12).Where(user => _state.Users.IndexOf(user) > 3))
                Join(org, other, Access.Of(_seeder.Pick(Access.Roles)));
            _orgs.Add(org);
        }
    }

    /// <summary>An organization that the administrator isn't in but invited to.</summary>
    private void AddStranger()
    {
        var org = NewOrg("Comet Collective", pays: true);
        Join(org, _state.Users[4], Access.Admin);
        Invite(org, Admin.Email, Access.Of("member"), _state.Users[4], days: 1);
    }

    private Organization NewOrg(string name, bool pays)
    {
        var org = new Organization
        {
            Id = _state.NewId("org-"),
            Name = name,
            CreatedAt = _seeder.Now.AddDays(-_seeder.Between(300, 390)),
            StripeCustomerId = "cus_" + _seeder.HexId(14),
            Card = pays ? (_seeder.Pick(["visa", "mastercard", "amex"]), _seeder.Text(4, "0123456789")) : null,
            MonthlyVcpuHoursLimit = pays ? 5000 : 100,
            VcpuHoursConsumed = pays ? _seeder.Between(200, 4000) : 100,
            MaxConcurrentVcpus = _seeder.Between(4, 60),
            Balance = pays ? _seeder.Between(0, 200) : 0,
        };
        _state.Orgs.Add(org);
        return org;
    }

    private void Join(Organization org, User user, Access access)
    {
        var created = org.CreatedAt.AddDays(_seeder.Between(1, 200));
        org.Members.Add(new()
        {
            User = user,
            Access = access,
            InvitedBy = org.Members.FirstOrDefault()?.User.Email ?? user.Email,
            CreatedAt = created,
            JoinedAt = created.AddHours(_seeder.Between(1, 40)),
        });
    }

    private void Invite(Organization org, string email, Access access, User by, int days) =>
        org.Invites.Add(new() { Org = org, Email = email, Access = access, InvitedBy = by.Email, CreatedAt = _seeder.Now.AddDays(-days) });

    private SandboxAccount SignIn(string role, User user)
    {
        var token = Jwt.New(new() { ["sub"] = user.Id, ["email"] = user.Email });
        _state.Tokens.Add(token, new Developer(user.Email));
        return new(role, user.Id, user.Email, user.Email, password: "", token);
    }
}
