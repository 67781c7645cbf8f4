using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class DeprecatedTests : HathoraTest
{
    [Fact]
    public async Task Every_operation_is_simulated()
    {
        var operations = Service.GetType().Assembly.GetManifestResourceStream("hathora.operations.txt")!;
        foreach (var line in (await new StreamReader(operations).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (method, template) = line.Split(' ') is [var first, var second] ? (first, second) : throw new InvalidDataException(line);
            var path = System.Text.RegularExpressions.Regex.Replace(template, @"\{\w+\}", "none").TrimStart('/');
            Assert.NotInRange((await Admin.Send(new(method), path, null)).Status, 500, 599);
        }
    }

    [Fact]
    public async Task A_build_of_an_app_is_run_with_its_source()
    {
        var build = await Made(Admin.Post($"builds/v2/{Arena}/create", new JsonObject { ["buildTag"] = "old" }));
        Assert.Equal((Arena, "old"), ((string)build["appId"]!, (string)build["buildTag"]!));
        IsError(await Admin.Post($"builds/v1/{Arena}/run/{build["buildId"]}"), 422, "file");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Archive(("Dockerfile", "FROM alpine"))), "file", "source.tgz" } };
        var log = await Admin.SendContent(HttpMethod.Post, $"builds/v1/{Arena}/run/{build["buildId"]}", form);
        Assert.Equal("text/plain", log.Message.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("Build succeeded\n", log.Text);
        Assert.Equal("succeeded", (string)(await Admin.Get($"builds/v2/{Arena}/info/{build["buildId"]}"))["status"]!);
        Assert.Equal(204, (await Admin.Delete($"builds/v2/{Arena}/delete/{build["buildId"]}")).Status);
    }

    [Fact]
    public async Task A_plan_stands_for_resources()
    {
        var build = (await Admin.Get($"builds/v1/{Arena}/list")).Items[0]["buildId"];
        var config = Config("");
        config["planName"] = "large";
        config["idleTimeoutEnabled"] = null;
        var made = await Made(Admin.Post($"deployments/v1/{Arena}/create/{build}", config));
        Assert.Equal(("large", 4, 8192), ((string)made["planName"]!, (int)made["requestedCPU"]!, (int)made["requestedMemoryMB"]!));
        var newest = (await Admin.Get($"deployments/v2/{Arena}/latest")).Json;
        Assert.Equal(((int)made["deploymentId"]!, 4), ((int)newest["deploymentId"]!, (int)newest["requestedCPU"]!));
        config["planName"] = "huge";
        IsError(await Admin.Post($"deployments/v1/{Arena}/create/{build}", config), 422, "planName");
    }

    [Fact]
    public async Task A_room_is_its_id_and_then_an_address()
    {
        var app = await NewServer();
        var id = await Made(Admin.Post($"rooms/v1/{app}/create?roomId=old", new JsonObject { ["region"] = "Tokyo" }));
        Assert.Equal("\"old\"", id.ToJsonString());
        Assert.Equal("""{"status":"starting","roomId":"old"}""", (await Anybody.Get($"rooms/v1/{app}/connectioninfo/old")).Text);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var active = (await Anybody.Get($"rooms/v1/{app}/connectioninfo/old")).Json.AsObject();
        Assert.Equal(["host", "port", "roomId", "status", "transportType"], active.Select(pair => pair.Key).Order());
        Assert.Single((await Admin.Get($"processes/v1/{app}/list/running")).Items.Single()["rooms"]!.AsArray());
    }

    [Fact]
    public async Task A_lobby_has_a_state()
    {
        var player = Client(await PlayerToken(Arena));
        var lobby = await Made(player.Post($"lobby/v2/{Arena}/create/public", new JsonObject { ["region"] = "Tokyo", ["initialConfig"] = 5 }));
        Assert.Equal(5, (int)lobby["initialConfig"]!);
        var path = $"lobby/v2/{Arena}/setState/{lobby["roomId"]}";
        Assert.Equal("{}", (await Admin.Post(path, new JsonObject { ["state"] = new JsonObject() }))["state"]!.ToJsonString());
        IsError(await player.Post(path, new JsonObject { ["state"] = 1 }), 401);
        IsError(await Admin.Post(path, new JsonObject()), 422, "state");
    }
}
