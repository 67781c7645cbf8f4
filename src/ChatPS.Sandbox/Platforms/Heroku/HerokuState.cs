using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>All that the service knows. Tables of other resources stand in the files of their kind.</summary>
internal sealed partial class HerokuState
{
    public Table<Account> Accounts { get; } = new(account => account.Email);

    public Table<Team> Teams { get; } = new(team => team.Name);

    public Table<App> Apps { get; } = new(app => app.Name);

    public Table<Stack> Stacks { get; } = new(stack => stack.Name);

    public Table<Generation> Generations { get; } = new(generation => generation.Name);

    public Table<Region> Regions { get; } = new(region => region.Name);

    public Table<DynoSize> DynoSizes { get; } = new(size => size.Name);

    public Table<Feature> AccountFeatures { get; } = new(feature => feature.Name);

    public Table<Feature> AppFeatures { get; } = new(feature => feature.Name);

    public Table<AppTransfer> AppTransfers { get; } = new();

    /// <summary>The sessions in which logs are read, by their secrets.</summary>
    public Dictionary<string, LogSession> LogSessions { get; } = [];

    /// <summary>The tokens that are accepted, by their values.</summary>
    public Dictionary<string, AccessToken> Tokens { get; } = [];

    /// <summary>Makes ids: reproducible ones while the seed runs, any afterwards.</summary>
    public Func<string> NewId { get; set; } = () => Guid.NewGuid().ToString();

    /// <summary>A secret of the form that tokens have.</summary>
    public static string NewToken() => "HRKU-" + Seeder.Secret(60, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Adds an app with all that each has: its own address, a first release, and the members of a team who made it.</summary>
    public App NewApp(string name, Account owner, Team? team, Region region, Stack stack, DateTimeOffset time)
    {
        var app = new App
        {
            Id = NewId(),
            CreatedAt = time,
            Name = name,
            Owner = owner,
            Team = team,
            Region = region,
            Generation = Generations.First(),
            Stack = stack,
            BuildStack = stack,
            UrlSuffix = NewId().Replace("-", "", StringComparison.Ordinal)[..12],
        };
        app.Domains.Add(new() { Id = NewId(), CreatedAt = time, Hostname = app.Hostname, BuiltIn = true });
        app.Collaborators.Add(new() { Id = NewId(), CreatedAt = time, User = owner, Permissions = App.AllPermissions });
        Apps.Add(app);
        AddRelease(app, owner, time, "Initial release");
        return app;
    }

    /// <summary>A name that a custom domain's DNS record points to.</summary>
    public string NewDnsTarget() => $"{NewId()}.herokudns.com";

    /// <summary>Ends an app; what is its own goes with it.</summary>
    public void Remove(App app)
    {
        Apps.Remove(app);
        app.EndLog();
        RemoveRest(app);
        foreach (var transfer in AppTransfers.Where(transfer => transfer.App == app).ToList())
            AppTransfers.Remove(transfer);
    }

    /// <summary>Makes an app another account's own; the former owner goes on taking part.</summary>
    public void Give(App app, Account recipient, DateTimeOffset time)
    {
        // Only a team's app has a lock.
        app.Locked = false;
        var former = app.Collaborators.Find(collaborator => collaborator.User == app.Owner);
        if (former is not null)
            former.Permissions = Collaborator.Usual;
        if (app.Collaborators.Find(collaborator => collaborator.User == recipient) is { } known)
            known.Permissions = App.AllPermissions;
        else
            app.Collaborators.Add(new() { Id = NewId(), CreatedAt = time, User = recipient, Permissions = App.AllPermissions });
        (app.Owner, app.Team, app.UpdatedAt) = (recipient, null, time);
    }

    /// <summary>Ends an account: its memberships and tokens go with it.</summary>
    public void Remove(Account account)
    {
        Accounts.Remove(account);
        RemoveRest(account);
        foreach (var team in Teams)
            team.Members.RemoveAll(member => member.Account == account);
        foreach (var app in Apps)
            app.Collaborators.RemoveAll(collaborator => collaborator.User == account);
        foreach (var token in Tokens.Values.Where(token => token.Account == account).ToList())
            Tokens.Remove(token.Value);
    }

    /// <summary>The apps that the account may look at.</summary>
    public IEnumerable<App> AppsOf(Account account) => Apps.Where(app => app.PermissionsOf(account).Count > 0);
}
