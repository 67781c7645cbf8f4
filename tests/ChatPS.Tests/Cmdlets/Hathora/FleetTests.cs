using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

/// <summary>Fleets, what they are made of, where they are, and what was measured of them.</summary>
public sealed class FleetTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A session that falls back to a team, and the team's fleet main as $fleet.</summary>
    private (Shell Shell, ChatFleet Fleet) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var fleet = shell.Run<ChatFleet>("$team = Get-ChatTeam $args[0]; Set-ChatSession -Team $team.Id; $fleet = Get-ChatFleet main; $fleet", Team).Single();
        sandbox.Server.ClearRequests();
        return (shell, fleet);
    }

    [Fact]
    public void GetFleets()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var fleets = shell.Run<ChatFleet>("Get-ChatFleet");
        Assert.Equal([$"GET /fleets/v2/fleets?orgId={main.TeamId}"], sandbox.Wire);
        Assert.Superset(new HashSet<string> { "main", "vision" }, fleets.Select(f => f.Name).ToHashSet());
        Assert.All(fleets, f => Assert.Equal((main.TeamId, f.Id), (f.TeamId, f.FleetId)));
        Assert.Equal(["shape-l4-1"], shell.Run<ChatFleet>("Get-ChatFleet VIS*").Select(f => f.NodeShape));
        Assert.Single(shell.Run<ChatFleet>("Get-ChatFleet -First 1 -Skip 1"));

        // Other teams have fleets of that name too.
        var other = shell.Run<ChatFleet>("Get-ChatFleet -Team (Get-ChatTeam)[1].Name").Single();
        Assert.Equal("main", other.Name);
        Assert.NotEqual(main.TeamId, other.TeamId);
        Assert.Equal(other.Id, shell.Run<ChatFleet>("Get-ChatFleet main -Team (Get-ChatTeam)[1]").Single().Id);
    }

    [Fact]
    public void GetFleet()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        Assert.Equal("main", shell.Run<ChatFleet>("Get-ChatFleet $fleet.Id").Single().Name);
        var one = $"GET /fleets/v2/fleets/{main.Id}?orgId={main.TeamId}";
        Assert.Equal([one], sandbox.Wire);
        sandbox.Server.ClearRequests();
        Assert.Equal(main.Id, shell.Run<ChatFleet>("'MAIN' | Get-ChatFleet").Single().Id);
        Assert.Equal([$"GET /fleets/v2/fleets?orgId={main.TeamId}", one], sandbox.Wire);
        Assert.Equal((main.Id, "shape-amd64-8-16", 80), shell.Run<ChatFleet>("$fleet | Get-ChatFleet").Select(f => (f.Id, f.NodeShape, f.ScaleUpThreshold!.Value)).Single());
        Assert.Equal(main.Id, shell.Run<ChatFleet>("[pscustomobject]@{ FleetId = $fleet.Id } | Get-ChatFleet").Single().Id);

        Assert.Equal(2, shell.Run("'main', 'none-such', 'vision' | Get-ChatFleet").Count);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("none-such", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_another_team_an_object_tells_the_team()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var other = shell.Run<ChatFleet>("$other = Get-ChatFleet main -Team (Get-ChatTeam)[1]; $other").Single();
        sandbox.Server.ClearRequests();
        shell.RunClean("$null = $other | Get-ChatFleet; $null = Get-ChatFleetRegion $other Tokyo; $null = Get-ChatNode -Fleet $other; $null = Get-ChatFleetMetric $other -First 1");
        Assert.Equal(4, sandbox.Wire.Count());
        Assert.All(sandbox.Wire, line => Assert.EndsWith("?orgId=" + other.TeamId, line, StringComparison.Ordinal));
    }

    [Fact]
    public void CreateFleet()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var fleet = shell.Run<ChatFleet>("New-ChatFleet battle SHAPE-amd64-4-8 -ScaleUpThreshold 70").Single();
        Assert.Equal([$"POST /fleets/v2/fleets?orgId={main.TeamId}"], sandbox.Wire);
        Assert.Equal("""{"name":"battle","nodeShapeId":"shape-amd64-4-8","autoscalerConfig":{"scaleUpThreshold":70}}""", Last.Body);
        Assert.Equal(("battle", "shape-amd64-4-8", 70, main.TeamId), (fleet.Name, fleet.NodeShape, fleet.ScaleUpThreshold, fleet.TeamId));

        Assert.Equal("shape-amd64-4-8", shell.Run<ChatFleet>("$fleet = Get-ChatFleet battle; New-ChatFleet like-battle -NodeShape $fleet -ScaleUpThreshold 100").Single().NodeShape);
        var rows = shell.Run<ChatFleet>("[pscustomobject]@{ Name = 'row'; NodeShape = 'shape-l4-1'; ScaleUpThreshold = 60; Team = $args[0] } | New-ChatFleet", Team);
        Assert.Equal(("row", "shape-l4-1", 60), rows.Select(f => (f.Name, f.NodeShape, f.ScaleUpThreshold!.Value)).Single());
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatFleet x shape-of-things -ScaleUpThreshold 50").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateFleet()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        shell.RunClean("$fleet = New-ChatFleet changing shape-amd64-4-8 -ScaleUpThreshold 70");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatFleet $fleet -ScaleUpThreshold 90 -NodeShape shape-amd64-8-16"));
        var path = Assert.Single(sandbox.Wire);
        Assert.Matches($@"^POST /fleets/v2/fleets/fleet-[0-9a-f-]+\?orgId={main.TeamId}$", path);
        Assert.Equal("""{"nodeShapeId":"shape-amd64-8-16","autoscalerConfig":{"scaleUpThreshold":90}}""", Last.Body);

        // What is not given stays, though the API has to be told.
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatFleet>("$fleet | Set-ChatFleet -Name changed -PassThru").Single();
        var get = path.Replace("POST", "GET", StringComparison.Ordinal);
        Assert.Equal([get, path, get], sandbox.Wire);
        Assert.Equal("""{"name":"changed","autoscalerConfig":{"scaleUpThreshold":90}}""", sandbox.Server.Requests[1].Body);
        Assert.Equal(("changed", "shape-amd64-8-16", 90), (changed.Name, changed.NodeShape, changed.ScaleUpThreshold));

        Assert.Equal("none-such", shell.Fail("Set-ChatFleet none-such -Name x").TargetObject);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatFleet changed").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fleet_without_a_threshold_gets_one_with_its_first_change()
    {
        using var server = new ScriptedServer(request => new(request.Target.StartsWith("/orgs", StringComparison.Ordinal)
            ? """{"orgs":[]}"""
            : """{"fleetId":"fleet-1","orgId":"org-1","name":"bare","nodeShapeId":"shape-l4-1"}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri);
        var fleets = connection.Find<IFleetEditor>()!;
        var error = await Assert.ThrowsAsync<ChatException>(
            () => fleets.UpdateAsync(null, Guid.Empty.ToString(), new FleetChange { Name = "x" }, false, CallContext.Silent));
        Assert.Contains("-ScaleUpThreshold", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_what_stays_is_sent_back()
    {
        using var server = new ScriptedServer(request => new(request.Target.StartsWith("/orgs", StringComparison.Ordinal)
            ? """{"orgs":[]}"""
            : """{"fleetId":"fleet-1","orgId":"org-1","name":"new","nodeShapeId":"shape-l4-1","autoscalerConfig":{"scaleUpThreshold":50,"later":{"a":1}}}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri);
        await connection.Find<IFleetEditor>()!.UpdateAsync(null, Guid.Empty.ToString(), new FleetChange { Name = "x" }, false, CallContext.Silent);
        Assert.Equal("""{"name":"x","autoscalerConfig":{"scaleUpThreshold":50,"later":{"a":1}}}""", server.Requests.Last().Body);
    }

    [Fact]
    public void GetNodeShapes()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var shapes = shell.Run<ChatNodeShape>("Get-ChatNodeShape");
        Assert.Equal([$"GET /fleets/v2/nodeShapes?orgId={main.TeamId}"], sandbox.Wire);
        var shape = shapes.Single(s => s.Id == "shape-l4-2");
        Assert.Equal(("gpu-l4-2-24-96", "family-l4-1-12", 24.0, 98304.0, 2.0), (shape.Name, shape.FamilyId, shape.MinCpu, shape.MinMemoryMB, shape.MinGpu));
        Assert.NotNull(shape.FamilyName);
        Assert.Equal(shape.Id, shape.NodeShapeId);
        Assert.Equal(5, shell.Run<ChatNodeShape>("Get-ChatNodeShape *l4-*").Count(s => s.MinGpu > 0));
        Assert.Equal(["shape-amd64-8-16", "shape-l4-2"], shell.Run<ChatNodeShape>("$fleet, 'gpu-l4-2-24-96' | Get-ChatNodeShape").Select(s => s.Id));
        Assert.Equal("none-such", shell.Fail("Get-ChatNodeShape none-such").TargetObject);
    }

    [Fact]
    public void GetFleetRegion()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var part = shell.Run<ChatFleetRegion>("Get-ChatFleetRegion main tokyo").Single();
        Assert.Equal([$"GET /fleets/v2/fleets?orgId={main.TeamId}", $"GET /fleets/v2/fleets/{main.Id}/regions/Tokyo?orgId={main.TeamId}"], sandbox.Wire);
        Assert.Equal((main.Id, main.TeamId, "Tokyo", 8), (part.FleetId, part.TeamId, part.Region, part.ScaleIncrementVcpus));
        Assert.Equal(part.NodeBaseline * 8, part.CloudMinVcpus);
        Assert.NotNull(part.UpdatedAt);

        // Each region takes a request, and only those that are wanted are asked for.
        sandbox.Server.ClearRequests();
        Assert.Equal(["Singapore", "Sydney", "Sao_Paulo"], shell.Run<ChatFleetRegion>("$fleet | Get-ChatFleetRegion -Region S[aiy]*").Select(r => r.Region));
        Assert.Equal(3, sandbox.Wire.Count());
        Assert.Equal(2, shell.Run<ChatFleetRegion>("Get-ChatFleetRegion $fleet -First 2").Count);
        Assert.Equal(5, sandbox.Wire.Count());
        Assert.Equal(14, shell.Run<ChatFleetRegion>("Get-ChatFleetRegion $fleet").Count);
        Assert.Equal("Tokyo", shell.Run<ChatFleetRegion>("Get-ChatFleetRegion main Tokyo | Get-ChatFleetRegion").Single().Region);

        Assert.Equal(["Tokyo"], shell.Run("Get-ChatFleetRegion main Moon, Tokyo").Select(r => r.ToString()));
        Assert.Equal("Moon", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void UpdateFleetRegion()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var fleet = shell.Run<ChatFleet>("$fleet = New-ChatFleet growing shape-amd64-4-8 -ScaleUpThreshold 100; $fleet").Single();
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatFleetRegion $fleet dallas, Dubai 2"));
        var put = $"PUT /fleets/v2/fleets/{fleet.Id}/regions/Dubai/v2?orgId={main.TeamId}";
        Assert.Equal([put.Replace("Dubai", "Dallas", StringComparison.Ordinal), put], sandbox.Wire);
        Assert.Equal("""{"nodeBaseline":2}""", Last.Body);

        sandbox.Server.ClearRequests();
        var part = shell.Run<ChatFleetRegion>("Get-ChatFleetRegion $fleet Dubai | Set-ChatFleetRegion -NodeBaseline 3 -PassThru").Single();
        Assert.Equal([$"GET /fleets/v2/fleets/{fleet.Id}/regions/Dubai?orgId={main.TeamId}", put, $"GET /fleets/v2/fleets/{fleet.Id}/regions/Dubai?orgId={main.TeamId}"], sandbox.Wire);
        Assert.Equal(("Dubai", 3, 12), (part.Region, part.NodeBaseline, part.CloudMinVcpus));
        Assert.Equal(5, shell.Run<ChatNode>("Get-ChatNode -Fleet growing").Count);
        shell.RunClean("[pscustomobject]@{ Fleet = 'growing'; Region = 'Dubai'; NodeBaseline = 0 } | Set-ChatFleetRegion");
        Assert.Equal(0, shell.Run<ChatFleetRegion>("Get-ChatFleetRegion growing Dubai").Single().NodeBaseline);
        Assert.Equal("Moon", shell.Fail("Set-ChatFleetRegion growing Moon 1").TargetObject);
    }

    [Fact]
    public void GetFleetMetrics()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var since = DateTimeOffset.UnixEpoch.AddSeconds(DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds());
        var values = shell.Run<ChatFleetMetric>("$fleet | Get-ChatFleetMetric -Metric utilized, PROVISIONEDTOTAL -Since $args[0] -Until $args[0].AddMinutes(30) -Step 600", since);
        Assert.Equal(
            [$"GET /fleets/v2/fleets/{main.Id}/metrics?orgId={main.TeamId}&metrics=utilized&metrics=provisionedTotal&start={since.ToUnixTimeSeconds()}&end={since.AddMinutes(30).ToUnixTimeSeconds()}&step=600"],
            sandbox.Wire);
        Assert.Equal(8, values.Count);
        Assert.All(values, v => Assert.Equal((main.Id, main.TeamId, null), (v.FleetId, v.TeamId, v.Region)));
        Assert.Equal(since.AddMinutes(30), values[3].Timestamp);
        Assert.Equal(5, shell.Run<ChatFleetMetric>("Get-ChatFleetMetric main").Select(v => v.Name).Distinct().Count());
        Assert.Equal("none-such", shell.Fail("Get-ChatFleetMetric none-such").TargetObject);
    }

    [Fact]
    public void GetFleetRegionMetrics()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var values = shell.Run<ChatFleetMetric>("Get-ChatFleetMetric $fleet tokyo, Frankfurt -Metric provisionedTotal -First 1");
        Assert.Equal(
            [$"GET /fleets/v2/fleets/{main.Id}/regions/Tokyo/metrics?orgId={main.TeamId}&metrics=provisionedTotal",
             $"GET /fleets/v2/fleets/{main.Id}/regions/Frankfurt/metrics?orgId={main.TeamId}&metrics=provisionedTotal"],
            sandbox.Wire);
        Assert.Equal(["Tokyo", "Frankfurt"], values.Select(v => v.Region));
        var part = shell.Run<ChatFleetRegion>("$part = Get-ChatFleetRegion main Tokyo; $part").Single();
        Assert.Equal(part.CloudMinVcpus, values[0].Value);
        Assert.Equal("Tokyo", shell.Run<ChatFleetMetric>("$part | Get-ChatFleetMetric -First 1").Single().Region);
    }

    [Fact]
    public void ListProvisionedNodes()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var nodes = shell.Run<ChatNode>("$fleet | Get-ChatNode");
        Assert.Equal([$"GET /nodes/v1/fleet/{main.Id}/listProvisioned?orgId={main.TeamId}"], sandbox.Wire);
        Assert.Equal(["Frankfurt", "Tokyo", "Washington_DC"], nodes.Select(n => n.Region).Distinct().Order());
        Assert.All(nodes, n => Assert.Equal(
            (main.Id, main.TeamId, n.Id, "running", "cloud", 8.0, 16384.0, null, null),
            (n.FleetId, n.TeamId, n.NodeId, n.Status, n.Hosting, n.Cpu, n.MemoryMB, n.Gpu, n.StoppedAt)));
        Assert.All(nodes, n => Assert.EndsWith(".example.com", n.Host, StringComparison.Ordinal));

        Assert.Equal(nodes.Where(n => n.Region == "Tokyo").Select(n => n.Id), shell.Run<ChatNode>("Get-ChatNode -Fleet main -Region tokyo").Select(n => n.Id));
        Assert.Equal($"GET /nodes/v1/fleet/{main.Id}/listProvisioned?orgId={main.TeamId}&region=Tokyo", sandbox.Wire.Last());
        Assert.All(shell.Run<ChatNode>("Get-ChatFleetRegion main Frankfurt | Get-ChatNode"), n => Assert.Equal("Frankfurt", n.Region));
        Assert.Equal(1, shell.Run<ChatNode>("Get-ChatNode -Fleet vision -First 1").Single().Gpu);
        Assert.Equal("none-such", shell.Fail("Get-ChatNode -Fleet none-such").TargetObject);
    }

    [Fact]
    public void GetNode()
    {
        var (shell, main) = Connect();
        using var _ = shell;
        var node = shell.Run<ChatNode>("$node = Get-ChatNode -Fleet main -First 1; $node").Single();
        Assert.Equal(node.Host, shell.Run<ChatNode>("Get-ChatNode $node.Id").Single().Host);
        Assert.Equal($"GET /nodes/v1/{node.Id}", sandbox.Wire.Last());
        Assert.Null(shell.Run<ChatNode>("$node | Get-ChatNode").Single().FleetId);
        Assert.Equal(node.Id, shell.Run<ChatNode>("[pscustomobject]@{ NodeId = $node.Id } | Get-ChatNode").Single().Id);
        Assert.Equal(main.Id, shell.Run<ChatFleet>("$node | Get-ChatFleet").Single().Id);
        Assert.Equal(2, shell.Run("$node, 'none-such', $node | Get-ChatNode").Count);
        Assert.Equal("none-such", Assert.Single(shell.Errors).TargetObject);
    }

    [Theory]
    [InlineData("New-ChatFleet x shape-l4-1 -ScaleUpThreshold 50 -WhatIf")]
    [InlineData("Set-ChatFleet main -Name x -WhatIf")]
    [InlineData("Set-ChatFleetRegion main Tokyo 1 -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        var (shell, _) = Connect();
        using (shell)
            shell.RunClean(command);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatFleet")]
    [InlineData("New-ChatFleet x shape-l4-1 -ScaleUpThreshold 50")]
    [InlineData("Set-ChatFleet x -Name y")]
    [InlineData("Get-ChatFleetRegion x")]
    [InlineData("Set-ChatFleetRegion x Tokyo 1")]
    [InlineData("Get-ChatNode x")]
    [InlineData("Get-ChatNode -Fleet x")]
    [InlineData("Get-ChatNodeShape")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
