using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>What happens to an app's dynos, and what its log tells of it.</summary>
internal sealed partial class HerokuState
{
    /// <summary>Makes a release and starts the formation's dynos anew with it. What isn't given stays as it is.</summary>
    public Release AddRelease(
        App app,
        Account user,
        DateTimeOffset time,
        string description,
        Slug? slug = null,
        IReadOnlyDictionary<string, string>? configVars = null,
        IReadOnlyList<string>? addOnPlanNames = null)
    {
        var last = app.Releases.LastOrDefault();
        var release = new Release
        {
            Id = NewId(),
            CreatedAt = time,
            Version = (last?.Version ?? 0) + 1,
            Description = description,
            User = user,
            Slug = slug ?? last?.Slug,
            ConfigVars = configVars ?? last?.ConfigVars ?? new SortedDictionary<string, string>(),
            AddOnPlanNames = addOnPlanNames ?? last?.AddOnPlanNames ?? [],
        };
        app.Releases.Add(release);
        app.Write(time, "app", "api", $"Release v{release.Version} created by user {user.Email}");
        app.Write(time, "app", "api", $"{description} by user {user.Email}");
        if (release.Slug is not null && release.Slug != last?.Slug)
            Deploy(app, release.Slug, time);
        // A one-off dyno goes on with what it began with.
        Restart(app, dyno => dyno.EndsAt is null, time);
        return release;
    }

    /// <summary>Sets how many dynos of a type run, starting and stopping as many as that takes; all anew when their size changes.</summary>
    public void Scale(App app, Formation formation, int quantity, DynoSize size, Account user, DateTimeOffset time)
    {
        var resized = size != formation.Size;
        (formation.Quantity, formation.Size, formation.UpdatedAt) = (quantity, size, time);
        app.Write(time, "app", "api", $"Scaled to {formation.Type}@{quantity}:{size.Name} by user {user.Email}");
        foreach (var surplus in DynosOf(app, formation).Where(dyno => dyno.Number > quantity).ToList())
            End(app, surplus, time);
        if (resized)
            Restart(app, dyno => dyno.Type == formation.Type, time);
        for (var number = DynosOf(app, formation).Count() + 1; number <= quantity; number++)
            Start(app, formation, number, time);
    }

    /// <summary>Stops dynos and starts those of the formation anew; a one-off dyno doesn't come back.</summary>
    public void Restart(App app, Predicate<Dyno> which, DateTimeOffset time)
    {
        foreach (var dyno in app.Dynos.FindAll(which))
        {
            var formation = app.Formation.Find(formation => formation.Type == dyno.Type);
            if (formation is null)
            {
                Stop(app, dyno, time);
                continue;
            }

            app.Write(time, "heroku", dyno.Name, "Restarting");
            app.Dynos.Remove(dyno);
            Start(app, formation, dyno.Number, time);
        }
    }

    /// <summary>Stops a dyno. One of the formation keeps its place until it is restarted or scaled away; a one-off dyno is gone.</summary>
    public static void Stop(App app, Dyno dyno, DateTimeOffset time)
    {
        if (dyno.State == "down")
            return;
        if (!app.Formation.Exists(formation => formation.Type == dyno.Type))
            app.Dynos.Remove(dyno);
        (dyno.State, dyno.UpdatedAt) = ("down", time);
        app.Write(time, "heroku", dyno.Name, "Stopping all processes with SIGTERM");
        app.Write(time, "heroku", dyno.Name, "State changed from up to down");
    }

    /// <summary>Stops a dyno for good.</summary>
    private static void End(App app, Dyno dyno, DateTimeOffset time)
    {
        Stop(app, dyno, time);
        app.Dynos.Remove(dyno);
    }

    public static void Start(App app, Dyno dyno, DateTimeOffset time)
    {
        app.Dynos.Add(dyno);
        app.Write(time, "heroku", dyno.Name, $"Starting process with command `{dyno.Command}`");
        app.Write(time, "heroku", dyno.Name, "State changed from starting to up");
    }

    /// <summary>A new slug has new process types: those that are gone stop, of new ones the web has a dyno and the others none.</summary>
    private void Deploy(App app, Slug slug, DateTimeOffset time)
    {
        foreach (var gone in app.Formation.FindAll(formation => !slug.ProcessTypes.ContainsKey(formation.Type)))
        {
            foreach (var dyno in DynosOf(app, gone).ToList())
                End(app, dyno, time);
            app.Formation.Remove(gone);
        }

        foreach (var (type, command) in slug.ProcessTypes)
        {
            if (app.Formation.Find(formation => formation.Type == type) is { } known)
            {
                known.Command = command;
                continue;
            }

            var formation = new Formation { Id = NewId(), CreatedAt = time, Type = type, Command = command, Size = DynoSizes.Find("Basic")! };
            app.Formation.Add(formation);
            if (type != "web")
                continue;
            formation.Quantity = 1;
            Start(app, formation, 1, time);
        }
    }

    private void Start(App app, Formation formation, int number, DateTimeOffset time) => Start(
        app,
        new Dyno
        {
            Id = NewId(),
            CreatedAt = time,
            Name = $"{formation.Type}.{number}",
            Type = formation.Type,
            Number = number,
            Command = formation.Command,
            Size = formation.Size,
            Release = app.CurrentRelease,
        },
        time);

    private static IEnumerable<Dyno> DynosOf(App app, Formation formation) => app.Dynos.Where(dyno => dyno.Type == formation.Type);
}
