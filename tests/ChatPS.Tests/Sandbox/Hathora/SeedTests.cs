using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class SeedTests : HathoraTest
{
    [Fact]
    public async Task The_same_seed_makes_the_same_world_with_other_secrets()
    {
        await using var other = SandboxServer.Start(new() { Platforms = ["hathora"], Size = SandboxSize.Small, TimeProvider = Clock });
        using var client = new SandboxClient(other["Hathora"], other["Hathora"].Admin.Token, prefix: "");
        var paths = new[]
        {
            "orgs/v1", "builds/v3/builds", $"deployments/v3/apps/{Arena}/deployments", $"processes/v3/apps/{Arena}/processes/latest",
            $"rooms/v2/{Arena}/info/arena-hall", $"lobby/v3/{Arena}/list/public", "fleets/v2/fleets", "billing/v1/invoices", $"orgs/v1/{Org}/members",
        };
        foreach (var path in paths)
            Assert.Equal((await Admin.Get(path)).Text, (await client.Get(path)).Text);
        Assert.NotEqual(Service.Admin.Token, other["Hathora"].Admin.Token);
    }

    [Fact]
    public async Task A_medium_world_has_several_pages_of_deployments()
    {
        await using var medium = SandboxServer.Start(new() { Platforms = ["hathora"], TimeProvider = Clock });
        using var client = new SandboxClient(medium["Hathora"], medium["Hathora"].Admin.Token, prefix: "");
        var app = (await client.Get("apps/v2/apps"))["applications"]![0]!;
        Assert.Equal("arena", (string)app["appName"]!);
        var page = await client.Get($"deployments/v3/apps/{app["appId"]}/deployments");
        Assert.Equal(20, page["deployments"]!.AsArray().Count);
        Assert.NotNull(page["nextPageToken"]);
    }

    [Fact]
    public void Apps_are_of_every_kind()
    {
        var (apps, now) = (Service.State.Apps, Clock.GetUtcNow());
        Assert.Equal(apps.Count, apps.DistinctBy(app => app.Name).Count());
        Assert.Contains(apps, app => app.Deployments.Count == 0);
        var arena = apps[0].Processes.Select(process => process.StatusAt(now)).ToHashSet();
        Assert.Superset(new HashSet<string> { "running", "draining", "stopped", "failed" }, arena);
        Assert.Contains(apps[0].Lobbies, lobby => lobby.Visibility == "public");
        Assert.All(apps.SelectMany(app => app.Processes), process => Assert.True(process.CreatedAt < now && !(process.StoppingAt > now)));
    }
}
