using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Platforms.Hathora.Routes;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora.Seeding;

/// <summary>The game servers: what was built, what is deployed, and what runs.</summary>
internal sealed class AppSeed(HathoraState state, Seeder seeder, IReadOnlyList<Organization> orgs)
{
    private static readonly string[] Games =
    [
        "arena", "skirmish", "harvest", "drift", "citadel", "lagoon", "voyage", "puzzle", "siege", "rally", "burrow", "orbit", "tavern", "glacier", "jungle",
        "mirage", "outpost", "relay", "summit", "tempest", "vortex", "wilds", "zephyr", "beacon",
    ];

    private static readonly string[] Aspects =
    [
        "east", "west", "europe", "asia", "beta", "staging", "ranked", "casual", "events", "matchmaker", "lobby", "bots", "replay", "nightly", "tournament", "training",
    ];

    private static readonly string[] Maps = ["harbor", "rooftops", "canyon", "station", "gardens"];

    /// <summary>Fills the organizations in turn. The first app is the busiest, and the one to rely on: arena, of the first organization.</summary>
    /// <param name="count">How many apps.</param>
    /// <param name="lines">How many lines the log of the first app's longest process has.</param>
    public void Fill(int count, int lines)
    {
        for (var i = 0; i < count; i++)
        {
            var app = NewApp(NameOf(i), orgs[i % orgs.Count], i);
            // Now and then one was made only yesterday, so to speak.
            var deployments = i == 0 ? 5 + count / 6 : i % 9 == 8 ? 0 : seeder.Between(1, 3);
            for (var number = 1; number <= deployments; number++)
                Deploy(app, number, deployments, idles: i > 0 && number % 2 == 0);
            if (i == 0)
                RunFirst(app, lines);
            else if (deployments > 0)
                Run(app, i);
        }

        foreach (var org in orgs)
            AddOtherBuilds(org);
    }

    /// <summary>A game, then games with something behind their names; never the same twice.</summary>
    private static string NameOf(int number)
    {
        var (round, game) = Math.DivRem(number, Games.Length);
        var name = Games[game] + (round == 0 ? "" : "-" + Aspects[(round - 1) % Aspects.Length]);
        return round <= Aspects.Length ? name : $"{name}-{number}";
    }

    private App NewApp(string name, Organization org, int number)
    {
        var app = new App
        {
            Id = state.NewId("app-"),
            Name = name,
            Org = org,
            Secret = "secret-" + HathoraState.NewSecret(),
            Auth = new(number % 5 != 4, number % 2 == 0, number % 3 == 0 ? $"{name}.apps.googleusercontent.example.com" : null),
            ServiceConfig = number % 4 == 1 ? AppRoutes.ServiceConfig(allocations: [AppRoutes.Allocation("Frankfurt", 0, 0, 10)]) : null,
            CreatedBy = seeder.Pick(org.Members).User.Email,
            CreatedAt = seeder.Now.AddDays(-seeder.Between(200, 280)).AddMinutes(-seeder.Next(1440)),
        };
        state.Apps.Add(app);
        return app;
    }

    private void Deploy(App app, int number, int count, bool idles)
    {
        // All within the life of the app, in even steps.
        var time = app.CreatedAt + (seeder.Now.AddDays(-5) - app.CreatedAt) * ((double)number / count);
        var build = NewBuild(app.Org, $"0.{number}.{seeder.Next(20)}-{seeder.HexId(6)}", time.AddMinutes(-10));
        build.Run(time.AddMinutes(-9), TimeSpan.FromSeconds(seeder.Between(30, 200)), fails: false);
        (build.ImageSize, build.ContentHash) = (seeder.Between(40_000_000, 400_000_000), seeder.HexId(64));
        app.Deployments.Add(new()
        {
            Id = state.NewId("dep-"),
            Number = number,
            App = app,
            Build = build,
            Tag = (number % 3) switch { 0 => "canary", 1 => "stable", _ => null },
            CreatedBy = build.CreatedBy,
            CreatedAt = time,
            IdleTimeoutEnabled = idles,
            RoomsPerProcess = seeder.Pick([1, 4, 8]) + (app.Name == Games[0] ? 4 : 0),
            RequestedCpu = seeder.Pick([0.5, 1, 2]),
            RequestedMemoryMB = seeder.Pick([1024, 2048, 4096]),
            DefaultPort = new(ContainerPort.DefaultName, 7777, seeder.Pick(HathoraLists.TransportTypes)),
            AdditionalPorts = number % 2 == 0 ? [new("debug", 8080, "tcp")] : [],
            Env = [new("LOG_LEVEL", seeder.Pick(["debug", "info", "warn"])), new("TICK_RATE", "60")],
        });
    }

    private Build NewBuild(Organization org, string tag, DateTimeOffset time)
    {
        var build = new Build
        {
            Id = state.NewId("bld-"),
            Number = org.NextBuildNumber(),
            Org = org,
            Tag = tag,
            CreatedBy = seeder.Pick(org.Members).User.Email,
            CreatedAt = time,
        };
        org.Builds.Add(build);
        return build;
    }

    /// <summary>Not everything succeeds, or is run at all.</summary>
    private void AddOtherBuilds(Organization org)
    {
        var failed = NewBuild(org, "broken-" + seeder.HexId(6), seeder.Now.AddDays(-3));
        failed.Run(failed.CreatedAt.AddMinutes(1), TimeSpan.FromSeconds(20), fails: true);
        NewBuild(org, "unused-" + seeder.HexId(6), seeder.Now.AddDays(-1));
    }

    // ---- What runs -------------------------------------------------------------------------------------------------------------

    private void RunFirst(App app, int lines)
    {
        var latest = app.Deployments[^1];
        for (var i = 14; i > 0; i--)
            Stop(Start(latest, seeder.Pick(HathoraLists.Regions), seeder.Now.AddHours(-4 * i - 24)), failed: i == 3);
        var first = Start(latest, "Washington_DC", seeder.Now.AddSeconds(-Math.Max(lines, 120)));
        NewRoom(first, "arena-hall", first.StartedAt.AddSeconds(20));
        AddRooms(first, 3);
        foreach (var region in new[] { "Seattle", "Frankfurt", "Tokyo" })
            AddRooms(Start(latest, region, seeder.Now.AddMinutes(-seeder.Between(4, 50))), 2);
        // At the end of its life, but not yet empty.
        var old = Start(latest, "London", seeder.Now.AddHours(-app.Org.MaxLifespanHours - 2));
        NewRoom(old, null, seeder.Now.AddHours(-4));
        foreach (var process in app.Processes.FindAll(process => process.StoppingAt is null))
            foreach (var room in process.CurrentRooms.ToList())
                AddLobby(room, process.Region, seeder.OneIn(4) ? "private" : "public");
        AddLobby(null, "Chicago", "local", app);
        var suspended = NewRoom(first, null, seeder.Now.AddSeconds(-80));
        HathoraState.Suspend(suspended, seeder.Now.AddSeconds(-60));
    }

    private void Run(App app, int number)
    {
        var latest = app.Deployments[^1];
        for (var i = seeder.Next(3); i > 0; i--)
            Stop(Start(latest, seeder.Pick(HathoraLists.Regions), seeder.Now.AddHours(-3 * i - 24)), failed: seeder.OneIn(6));
        for (var i = seeder.Next(3); i > 0 && app.Org.CanPay; i--)
        {
            var process = Start(latest, seeder.Pick(HathoraLists.Regions), seeder.Now.AddMinutes(-seeder.Between(5, 600)));
            AddRooms(process, Math.Min(2, latest.RoomsPerProcess));
            if (number % 3 == 0)
                AddLobby(process.CurrentRooms.First(), process.Region, "public");
        }
    }

    private Process Start(Deployment deployment, string region, DateTimeOffset time) => state.Start(deployment, region, time);

    private void Stop(Process process, bool failed)
    {
        var room = NewRoom(process, null, process.StartedAt.AddMinutes(1));
        HathoraState.Destroy(room, room.CreatedAt.AddMinutes(seeder.Between(5, 40)));
        HathoraState.Stop(process, room.DestroyedAt!.Value.AddMinutes(1), failed ? "The container ended with exit code 139" : "Idle for too long", failed);
    }

    /// <summary>Rooms that are there, and one that was.</summary>
    private void AddRooms(Process process, int count)
    {
        var gone = NewRoom(process, null, process.StartedAt.AddSeconds(1));
        HathoraState.Destroy(gone, process.StartedAt.AddSeconds(12));
        for (var i = 0; i < count; i++)
            NewRoom(process, null, process.StartedAt.AddSeconds(20 + 10 * i));
    }

    private Room NewRoom(Process process, string? id, DateTimeOffset time)
    {
        var config = new JsonObject { ["map"] = seeder.Pick(Maps), ["maxPlayers"] = 2 * seeder.Between(1, 8) };
        var room = new Room { Id = id ?? state.NewRoomId(), App = process.App, Config = config.ToJsonString(), CreatedAt = time };
        state.Rooms.Add(room.Id, room);
        state.Allocate(room, process, time);
        return room;
    }

    private void AddLobby(Room? room, string region, string visibility, App? app = null)
    {
        app ??= room!.App;
        app.Lobbies.Add(new()
        {
            App = app,
            RoomId = room?.Id ?? state.NewRoomId(),
            Room = room,
            ShortCode = seeder.Text(5, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
            Visibility = visibility,
            Region = region,
            CreatedBy = state.NewGuid().ToString(),
            CreatedAt = room?.CreatedAt ?? seeder.Now.AddHours(-1),
            RoomConfig = room?.Config,
        });
    }
}
