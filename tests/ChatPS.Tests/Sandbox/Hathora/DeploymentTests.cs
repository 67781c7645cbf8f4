using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class DeploymentTests : HathoraTest
{
    private string List => $"deployments/v3/apps/{Arena}/deployments";

    [Fact]
    public async Task A_deployment_is_made_from_a_build()
    {
        var config = Config(await SucceededBuild());
        config["deploymentTag"] = "mine";
        config["additionalContainerPorts"] = JsonNode.Parse("""[{"name":"admin","port":8080,"transportType":"tcp"}]""");
        var made = await Made(Admin.Post(List, config));
        Assert.Equal("""{"transportType":"udp","port":7777,"name":"default"}""", made["defaultContainerPort"]!.ToJsonString());
        Assert.Equal(made.ToJsonString(), (await Admin.Get(List + "/latest")).Text);
        Assert.Equal(made.ToJsonString(), (await Admin.Get($"{List}/{made["deploymentId"]}")).Text);
        Assert.Equal(made.ToJsonString(), (await Admin.Get(List + "?deploymentTag=mine"))["deployments"]!.AsArray().Single()!.ToJsonString());
        Assert.NotEmpty((await Admin.Get(List + "?buildTag=" + made["buildTag"]))["deployments"]!.AsArray());
        Assert.Empty((await Admin.Get(List + "?buildTag=none"))["deployments"]!.AsArray());
    }

    [Theory]
    [InlineData("roomsPerProcess", "0")]
    [InlineData("roomsPerProcess", "10001")]
    [InlineData("roomsPerProcess", "1.5")]
    [InlineData("containerPort", "65536")]
    [InlineData("transportType", "\"http\"")]
    [InlineData("requestedCPU", "0")]
    [InlineData("requestedMemoryMB", "100000")]
    [InlineData("idleTimeoutEnabled", "\"true\"")]
    [InlineData("env", "{}")]
    [InlineData("env", """[{"name":"X"}]""")]
    [InlineData("additionalContainerPorts", """[{"name":"Not a name","port":1,"transportType":"tcp"}]""")]
    [InlineData("additionalContainerPorts", """[{"name":"twice","port":7777,"transportType":"tcp"}]""", "container ports")]
    [InlineData("additionalContainerPorts", """[{"name":"default","port":1,"transportType":"tcp"}]""", "container ports")]
    public async Task What_does_not_fit_is_refused(string name, string value, string? part = null)
    {
        var config = Config(await SucceededBuild());
        config[name] = JsonNode.Parse(value);
        var refused = await Admin.Post(List, config);
        IsError(refused, 422, part);
        config.Remove(name);
        if (name != "additionalContainerPorts")
            IsError(await Admin.Post(List, config), 422, name);
    }

    [Fact]
    public async Task Only_a_build_that_succeeded_can_be_deployed()
    {
        IsError(await Admin.Post(List, Config("bld-none")), 404);
        var failed = (await Admin.Get("builds/v3/builds"))["builds"]!.AsArray().First(build => (string)build!["status"]! == "failed")!["buildId"];
        IsError(await Admin.Post(List, Config((string)failed!)), 422, "failed");
        var config = Config(await SucceededBuild());
        config["fleetId"] = "fleet-none";
        IsError(await Admin.Post(List, config), 404);
        IsError(await Admin.Get($"deployments/v3/apps/{await NewApp()}/deployments/latest"), 404);
    }

    [Fact]
    public async Task Pages_go_on_behind_the_last_deployment_whatever_comes_meanwhile()
    {
        Service.Faults.MaxPageSize = 3;
        var all = Service.State.Apps.Single(app => app.Id == Arena).Deployments.Select(deployment => deployment.Id).Reverse().ToList();
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await Admin.Get(List + (next is null ? "" : "?nextPageToken=" + next));
            seen.AddRange(page["deployments"]!.AsArray().Select(deployment => (string)deployment!["deploymentId"]!));
            if (next is null)
                await Made(Admin.Post(List, Config(await SucceededBuild())));
            next = (string?)page["nextPageToken"];
        }
        while (next is not null);
        Assert.Equal(all, seen);
        IsError(await Admin.Get(List + "?nextPageToken=xyz"), 422);
    }
}
