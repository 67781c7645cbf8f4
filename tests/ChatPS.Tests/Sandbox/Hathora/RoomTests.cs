using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class RoomTests : HathoraTest
{
    [Fact]
    public async Task A_room_becomes_active_with_its_process()
    {
        var app = await NewServer();
        var made = await NewRoom(app, query: "?roomId=my_room-1");
        Assert.Equal(("my_room-1", "starting"), ((string)made["roomId"]!, (string)made["status"]!));
        Assert.Null(made["exposedPort"]);
        var connection = $"rooms/v2/{app}/connectioninfo/my_room-1";
        Assert.Equal("starting", (string)(await Anybody.Get(connection))["status"]!);
        Assert.Equal("scheduling", (string)(await Info(app, "my_room-1"))["status"]!);

        Clock.Advance(TimeSpan.FromSeconds(1));
        var active = await Anybody.Get(connection);
        Assert.Equal(("active", "udp"), ((string)active["status"]!, (string)active["exposedPort"]!["transportType"]!));
        Assert.Equal("active", (string)(await Info(app, "my_room-1"))["status"]!);
    }

    [Fact]
    public async Task Rooms_share_processes_of_their_region_and_deployment()
    {
        var app = await NewServer();
        var rooms = new List<string>();
        for (var i = 0; i < 3; i++)
            rooms.Add((string)(await NewRoom(app))["processId"]!);
        Assert.Equal(rooms[0], rooms[1]);
        Assert.NotEqual(rooms[0], rooms[2]);
        Assert.DoesNotContain((string)(await NewRoom(app, "Dubai"))["processId"]!, rooms);
        var older = (string)(await Admin.Get($"deployments/v3/apps/{app}/deployments/latest"))["deploymentId"]!;
        await Made(Admin.Post($"deployments/v3/apps/{app}/deployments", Config(await SucceededBuild())));
        Assert.DoesNotContain((string)(await NewRoom(app))["processId"]!, rooms);
        var chosen = await Made(Admin.Post($"rooms/v2/{app}/create", new JsonObject { ["region"] = "Tokyo", ["deploymentId"] = older }));
        Assert.Equal(rooms[2], (string)chosen["processId"]!);
    }

    [Fact]
    public async Task A_destroyed_room_makes_place_and_is_remembered()
    {
        var app = await NewServer();
        var (first, second) = (await NewRoom(app), await NewRoom(app));
        var process = (string)first["processId"]!;
        Assert.Equal(204, (await Admin.Post($"rooms/v2/{app}/destroy/{first["roomId"]}")).Status);
        Assert.Equal([(string)second["roomId"]!], Ids(await Admin.Get($"rooms/v2/{app}/list/{process}/active")));
        Assert.Equal([(string)first["roomId"]!], Ids(await Admin.Get($"rooms/v2/{app}/list/{process}/inactive")));
        var info = await Info(app, (string)first["roomId"]!);
        Assert.Equal("destroyed", (string)info["status"]!);
        Assert.NotNull(info["allocations"]!.AsArray().Single()!["unscheduledAt"]);
        IsError(await Anybody.Get($"rooms/v2/{app}/connectioninfo/{first["roomId"]}"), 400);
        IsError(await Admin.Post($"rooms/v2/{app}/resume/{first["roomId"]}"), 422);
        Assert.Equal(process, (string)(await NewRoom(app))["processId"]!);
    }

    [Fact]
    public async Task A_suspended_room_comes_back_elsewhere()
    {
        var app = await NewServer();
        var room = await NewRoom(app);
        var path = $"rooms/v2/{app}/resume/{room["roomId"]}";
        IsError(await Admin.Post(path), 422);
        Assert.Equal(204, (await Admin.Post($"rooms/v2/{app}/suspend/{room["roomId"]}")).Status);
        Assert.Null((await Info(app, (string)room["roomId"]!))["currentAllocation"]);
        await Admin.Post($"processes/v3/apps/{app}/processes/{room["processId"]}/stop");
        var back = await Made(Admin.Post(path), 200);
        Assert.NotEqual((string)room["processId"]!, (string)back["processId"]!);
        Assert.Equal(2, (await Info(app, (string)room["roomId"]!))["allocations"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_rooms_config_can_be_changed()
    {
        var path = $"rooms/v2/{Arena}/update/arena-hall";
        Assert.Equal(204, (await Admin.Post(path, new JsonObject { ["roomConfig"] = "{}" })).Status);
        Assert.Equal("{}", (string)(await Info(Arena, "arena-hall"))["roomConfig"]!);
        IsError(await Admin.Post(path, new JsonObject()), 422, "roomConfig");
        IsError(await Admin.Post(path, new JsonObject { ["roomConfig"] = new string('x', 10_001) }), 422, "10000");
    }

    [Theory]
    [InlineData("?roomId=no%20room", """{"region":"Tokyo"}""", "roomId")]
    [InlineData("?roomId=", """{"region":"Tokyo"}""", "roomId")]
    [InlineData("?roomId=arena-hall", """{"region":"Tokyo"}""", "already")]
    [InlineData("", """{"region":"Mars"}""", "region")]
    [InlineData("", """{}""", "region")]
    [InlineData("", """{"region":"Tokyo","roomConfig":{}}""", "roomConfig")]
    [InlineData("", """{"region":"Tokyo","clientIPs":[5]}""", "clientIPs")]
    public async Task What_does_not_fit_is_refused(string query, string body, string part) =>
        IsError(await Admin.Post($"rooms/v2/{Arena}/create{query}", JsonNode.Parse(body)), 422, part);

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        IsError(await Admin.Get($"rooms/v2/{Arena}/info/nothing"), 404);
        IsError(await Anybody.Get($"rooms/v2/{Arena}/connectioninfo/nothing"), 404);
        IsError(await Admin.Get($"rooms/v2/{Arena}/list/nothing/active"), 404);
        IsError(await Admin.Post($"rooms/v2/{Arena}/create", new JsonObject { ["region"] = "Tokyo", ["deploymentId"] = "dep-none" }), 404);
        IsError(await Admin.Post($"rooms/v2/{await NewApp()}/create", new JsonObject { ["region"] = "Tokyo" }), 404);
    }

    private async Task<JsonNode> Info(string app, string room) => await Made(Admin.Get($"rooms/v2/{app}/info/{room}"), 200);

    private static IEnumerable<string> Ids(Answer rooms) => rooms.Items.Select(room => (string)room["roomId"]!);
}
