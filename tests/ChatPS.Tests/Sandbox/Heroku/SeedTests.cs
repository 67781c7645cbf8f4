using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class SeedTests : HerokuTest
{
    [Fact]
    public async Task The_same_seed_makes_the_same_world_with_other_secrets()
    {
        await using var other = SandboxServer.Start(new() { Platforms = ["heroku"], Size = SandboxSize.Small, TimeProvider = Clock, RateLimit = SandboxRateLimitMode.Off });
        using var client = new SandboxClient(other["Heroku"], other["Heroku"].Admin.Token, prefix: "");
        client.DefaultHeaders.TryAddWithoutValidation("Accept", Version3);
        foreach (var path in new[] { "apps", "apps/backend/releases", "apps/backend/dynos", "apps/backend/collaborators", "stacks" })
            Assert.Equal((await Admin.Get(path)).Text, (await client.Get(path)).Text);
        Assert.NotEqual(Service.Admin.Token, other["Heroku"].Admin.Token);
    }

    [Fact]
    public async Task A_thousand_apps_can_be_asked_for()
    {
        await using var large = SandboxServer.Start(new() { Platforms = ["heroku"], Size = new(8, 50, 1000, 10), TimeProvider = Clock });
        using var client = new SandboxClient(large["Heroku"], large["Heroku"].Admin.Token, prefix: "");
        client.DefaultHeaders.TryAddWithoutValidation("Accept", Version3);
        var all = await Range(client, "apps", "id ..; max=1000");
        Assert.Equal((200, 1000), (all.Status, all.Items.Count));
        Assert.Equal(206, (await client.Get("apps")).Status);
    }

    [Fact]
    public void Apps_are_of_every_kind()
    {
        var apps = Service.State.Apps;
        Assert.Contains(apps, app => app.Team?.Name == "ops");
        Assert.Contains(apps, app => app.Team is null);
        Assert.Contains(apps, app => app.Maintenance);
        Assert.Contains(apps, app => app.Locked);
        Assert.Contains(apps, app => app.Domains.Count > 1);
        Assert.All(apps, app => Assert.NotEmpty(app.Dynos));
    }
}
