using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>What there is to choose from: services and their plans.</summary>
public sealed class ChatAddonPlanTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void AddonServiceInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var service = shell.Run<ChatAddonService>("Get-ChatAddonService heroku-redis").Single();
        Assert.Equal(("heroku-redis", "Heroku Key-Value Store", "ga", true), (service.Name, service.DisplayName, service.State, service.SupportsSharing));
        Assert.Contains("cedar", service.Generations);
        shell.RunClean("[pscustomobject]@{ AddonServiceId = $args[0].Id } | Get-ChatAddonService", service);
        Assert.Equal(["GET /addon-services/heroku-redis", $"GET /addon-services/{service.Id}"], sandbox.Wire);
    }

    [Fact]
    public void AddonServiceList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Equal(
            ["example-logs", "heroku-postgresql", "heroku-redis", "scheduler"], shell.Run<ChatAddonService>("Get-ChatAddonService -SortBy name").Select(s => s.Name));
        Assert.Equal(["GET /addon-services"], sandbox.Wire);
        Assert.Equal("name ..; max=200", Last.Header("Range"));

        sandbox.Server.ClearRequests();
        Assert.Single(shell.Run<ChatAddonService>("Get-ChatAddonService -First 1"));
        Assert.Equal(["GET /addon-services"], sandbox.Wire);
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        // Patterns fit the names that people see, too.
        Assert.Equal("heroku-redis", shell.Run<ChatAddonService>("Get-ChatAddonService '*key-value*'").Single().Name);
    }

    [Fact]
    public void PlanInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var plan = shell.Run<ChatAddonPlan>("Get-ChatAddonPlan heroku-redis mini").Single();
        Assert.Equal(("heroku-redis:mini", "Mini", 300, "month", true), (plan.Name, plan.DisplayName, plan.PriceCents, plan.PriceUnit, plan.IsDefault));
        Assert.Equal(("heroku-redis", true, false), (plan.Service, plan.AllowedOutsidePrivateSpaces, plan.AllowedInPrivateSpaces));
        Assert.Equal(plan.Id, shell.Run<ChatAddonPlan>("Get-ChatAddonPlan -Plan heroku-redis:mini").Single().Id);
        Assert.Equal(plan.Id, shell.Run<ChatAddonPlan>("$args[0] | Get-ChatAddonPlan", plan).Single().Id);
        Assert.Equal(
            ["GET /addon-services/heroku-redis/plans/mini", "GET /plans/heroku-redis%3Amini", $"GET /addon-services/{plan.ServiceId}/plans/{plan.Id}"], sandbox.Wire);
    }

    [Fact]
    public void PlanList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var plans = shell.Run<ChatAddonPlan>("Get-ChatAddonPlan heroku-redis");
        Assert.Equal(["heroku-redis:mini", "heroku-redis:premium-0", "heroku-redis:premium-1"], plans.Select(p => p.Name).Order());
        Assert.Equal(["GET /addon-services/heroku-redis/plans"], sandbox.Wire);

        Assert.Equal(2, shell.Run<ChatAddonPlan>("Get-ChatAddonPlan heroku-redis *:premium*").Count);
        Assert.Single(shell.Run<ChatAddonPlan>("Get-ChatAddonPlan heroku-redis -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
    }

    [Fact]
    public void Plans_follow_from_services_and_from_addons()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var all = shell.Run<ChatAddonPlan>("Get-ChatAddonService | Get-ChatAddonPlan");
        Assert.Equal(4, all.Select(p => p.ServiceId).Distinct().Count());

        var addon = shell.Run<ChatAddon>("Get-ChatAddon -First 1").Single();
        Assert.Equal(addon.Plan, shell.Run<ChatAddonPlan>("$args[0] | Get-ChatAddonPlan", addon).Single().Name);
        Assert.Equal(addon.Service, shell.Run<ChatAddonService>("$args[0] | Get-ChatAddonService", addon).Single().Name);
    }

    [Fact]
    public void A_service_or_a_whole_name_is_needed()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        foreach (var command in new[] { "Get-ChatAddonPlan", "Get-ChatAddonPlan -Plan mini*" })
            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void One_that_is_not_there_leaves_the_others_found()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Equal(["scheduler", "heroku-redis"], shell.Run("'scheduler', 'nothing', 'heroku-redis' | Get-ChatAddonService").Select(o => o.ToString()));
        Assert.Equal("nothing", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(4, shell.Run("'scheduler', 'nothing', 'heroku-redis' | Get-ChatAddonPlan").Count);
        Assert.Equal("nothing", Assert.Single(shell.Errors).TargetObject);
    }

    [Theory]
    [InlineData("Get-ChatAddonService")]
    [InlineData("Get-ChatAddonPlan")]
    [InlineData("Get-ChatAddonPlan x y")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
