using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class ProcessTests : HathoraTest
{
    [Fact]
    public async Task A_process_starts_and_stops_in_its_time()
    {
        var app = await NewServer();
        var path = $"processes/v3/apps/{app}/processes/";
        var made = await Made(Admin.Post(path + "regions/Tokyo"));
        Assert.Equal("starting", (string)made["status"]!);
        Assert.True(made["exposedPort"] is null && made["scheduledAt"] is null && made["startedAt"] is null);
        var id = (string)made["processId"]!;
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True((await Admin.Get(path + id))["scheduledAt"] is not null && (await Admin.Get(path + id))["bootedAt"] is null);
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(("running", "2026-03-01T12:00:01.000Z"), ((string)(await Admin.Get(path + id))["status"]!, (string)(await Admin.Get(path + id))["startedAt"]!));

        Assert.Equal(204, (await Admin.Post($"{path}{id}/stop")).Status);
        Assert.Equal("stopping", (string)(await Admin.Get(path + id))["status"]!);
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        var stopped = (await Admin.Get(path + id)).Json;
        Assert.Equal(("stopped", "2026-03-01T12:00:01.500Z"), ((string)stopped["status"]!, (string)stopped["terminatedAt"]!));
        Assert.NotEmpty((string)stopped["summaryExitReason"]!);
    }

    [Fact]
    public async Task A_stopped_process_takes_its_rooms_with_it()
    {
        var app = await NewServer();
        var room = await NewRoom(app);
        await Admin.Post($"processes/v3/apps/{app}/processes/{room["processId"]}/stop");
        Assert.Equal("destroyed", (string)(await Admin.Get($"rooms/v2/{app}/info/{room["roomId"]}"))["status"]!);
    }

    [Fact]
    public async Task A_process_that_may_idle_ends_after_five_minutes()
    {
        var app = await NewServer(idles: true);
        var room = await NewRoom(app);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("running", await Status());
        await Admin.Post($"rooms/v2/{app}/destroy/{room["roomId"]}");
        Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("running", await Status());
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("stopped", await Status());

        async Task<string> Status() => (string)(await Admin.Get($"processes/v3/apps/{app}/processes/{room["processId"]}"))["status"]!;
    }

    [Fact]
    public async Task An_old_process_drains_until_its_rooms_are_gone()
    {
        var app = await NewServer();
        var room = await NewRoom(app);
        var path = $"processes/v3/apps/{app}/processes/{room["processId"]}";
        Clock.Advance(TimeSpan.FromHours(73));
        Assert.Equal("draining", (string)(await Admin.Get(path))["status"]!);
        Assert.NotEqual((string)room["processId"]!, (string)(await NewRoom(app))["processId"]!);
        await Admin.Post($"rooms/v2/{app}/destroy/{room["roomId"]}");
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("stopped", (string)(await Admin.Get(path))["status"]!);
    }

    [Fact]
    public async Task The_newest_come_first_ten_at_a_time()
    {
        var path = $"processes/v3/apps/{Arena}/processes/";
        var seen = new List<JsonNode>();
        while (true)
        {
            var before = seen.Count == 0 ? "" : "?before=" + DateTimeOffset.Parse((string)seen[^1]["createdAt"]!, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() / 1000.0;
            var page = (await Admin.Get(path + "latest" + before)).Items;
            if (page.Count == 0)
                break;
            Assert.True(page.Count <= 10);
            seen.AddRange(page);
        }

        Assert.Equal(19, seen.Count);
        Assert.Equal(seen.Select(process => (string)process["createdAt"]!).OrderDescending(), seen.Select(process => (string)process["createdAt"]!));
        Assert.Equal(19, (int)(await Admin.Get(path + "count"))["count"]!);
        Service.Faults.MaxPageSize = 2;
        Assert.Equal(2, (await Admin.Get(path + "latest")).Items.Count);
    }

    [Theory]
    [InlineData("status=running&status=draining")]
    [InlineData("status=running,draining")]
    public async Task Filters_come_one_by_one_or_behind_commas(string query)
    {
        var path = $"processes/v3/apps/{Arena}/processes/";
        Assert.Equal(5, (int)(await Admin.Get(path + "count?" + query))["count"]!);
        var found = (await Admin.Get(path + "latest?region=Tokyo&" + query)).Items;
        Assert.NotEmpty(found);
        Assert.All(found, process => Assert.Equal("Tokyo", (string)process["region"]!));
        IsError(await Admin.Get(path + "latest?status=sleeping"), 422, "status");
        IsError(await Admin.Get(path + "latest?before=yesterday"), 422, "before");
        IsError(await Admin.Post(path + "regions/Mars"), 422, "region");
    }

    [Fact]
    public async Task Metrics_are_as_asked_for()
    {
        var process = (string)(await Admin.Get($"rooms/v2/{Arena}/info/arena-hall"))["currentAllocation"]!["processId"]!;
        var path = $"processes/v3/apps/{Arena}/processes/process/{process}/metrics";
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var asked = await Admin.Get($"{path}?metrics=cpu&metrics=memory&start={now - 60}&end={now}&step=20");
        Assert.Equal(["cpu", "memory"], asked.Json.AsObject().Select(pair => pair.Key));
        Assert.Equal([now - 60, now - 40, now - 20, now], asked["cpu"]!.AsArray().Select(point => (long)point!["timestamp"]!));
        Assert.Equal(asked.Text, (await Admin.Get($"{path}?metrics=cpu,memory&start={now - 60}&end={now}&step=20")).Text);
        Assert.Equal(7, (await Admin.Get(path)).Json.AsObject().Count);
        IsError(await Admin.Get(path + "?metrics=luck"), 422, "metrics");
        IsError(await Admin.Get($"{path}?start={now}&end={now - 1}"), 422, "start");
        IsError(await Admin.Get(path + "?step=0"), 422, "step");
    }
}
