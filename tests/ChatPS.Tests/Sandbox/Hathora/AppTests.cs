using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class AppTests : HathoraTest
{
    [Fact]
    public async Task An_app_is_made_changed_and_deleted()
    {
        var made = await Made(Admin.Post("apps/v2/apps", Body("my-game", new JsonObject { ["google"] = new JsonObject { ["clientId"] = "me" } })));
        Assert.Equal((Org, Service.Admin.Email), ((string)made["orgId"]!, (string)made["createdBy"]!));
        Assert.Equal("2026-03-01T12:00:00.000Z", (string)made["createdAt"]!);
        Assert.True(made.AsObject().ContainsKey("deletedAt") && made["deletedAt"] is null && made["serviceConfig"] is null);

        var path = "apps/v2/apps/" + made["appId"];
        Assert.Equal(made.ToJsonString(), (await Admin.Get(path)).Json.ToJsonString());
        var patched = await Patch(Admin, path, new JsonObject { ["appName"] = "my-game-2" });
        Assert.Equal(("my-game-2", "me"), ((string)patched["appName"]!, (string)patched["authConfiguration"]!["google"]!["clientId"]!));
        var updated = await Admin.Post(path, Body("my-game", new JsonObject { ["anonymous"] = new JsonObject() }));
        Assert.Equal("""{"anonymous":{}}""", updated["authConfiguration"]!.ToJsonString());

        Assert.Equal(204, (await Admin.Delete(path)).Status);
        IsError(await Admin.Get(path), 404);
        Assert.DoesNotContain("my-game", (await Admin.Get("apps/v2/apps")).Text);
    }

    [Theory]
    [InlineData("""{}""", "appName")]
    [InlineData("""{"appName":"x"}""", "authConfiguration")]
    [InlineData("""{"appName":"x","authConfiguration":[]}""", "authConfiguration")]
    [InlineData("""{"appName":"x","authConfiguration":null}""", "authConfiguration")]
    [InlineData("""{"appName":"No_Name","authConfiguration":{}}""", "appName")]
    [InlineData("""{"appName":5,"authConfiguration":{}}""", "appName")]
    [InlineData("""{"appName":"x","authConfiguration":{"google":{}}}""", "clientId")]
    [InlineData("""{"appName":"x","authConfiguration":{},"loadBalancer":{"enabled":"yes"}}""", "enabled")]
    [InlineData("""{"appName":"arena","authConfiguration":{}}""", "already")]
    [InlineData("""{"appName":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","authConfiguration":{}}""", "64")]
    [InlineData("""[]""", "object")]
    public async Task What_does_not_fit_is_refused(string body, string part) => IsError(await Admin.Post("apps/v2/apps", JsonNode.Parse(body)), 422, part);

    [Fact]
    public async Task A_service_configuration_is_completed()
    {
        var service = JsonNode.Parse("""
            {"loadBalancer":{"enabled":true},"processAutoscalerConfig":{"targetMetric":{"metricName":"concurrent-requests","metricValue":5}},
             "staticProcessAllocation":[{"region":"Dubai","minProcesses":2,"maxProcesses":null}]}
            """)!;
        var patched = await Patch(Admin, $"apps/v2/apps/{Arena}", new JsonObject { ["serviceConfig"] = service });
        var allocation = patched["serviceConfig"]!["staticProcessAllocation"]![0]!;
        Assert.Equal((2, 2, 1000), ((int)allocation["minProcesses"]!, (int)allocation["targetProcesses"]!, (int)allocation["maxProcesses"]!));
        var wrong = JsonNode.Parse("""{"serviceConfig":{"staticProcessAllocation":[{"region":"Mars","minProcesses":2,"maxProcesses":3}]}}""")!;
        IsError(await Patch(Admin, $"apps/v2/apps/{Arena}", wrong), 422, "region");
    }

    [Fact]
    public async Task A_list_has_each_apps_latest_deployment()
    {
        var apps = (await Admin.Get("apps/v2/apps"))["applications"]!.AsArray();
        var latest = (await Admin.Get($"deployments/v3/apps/{Arena}/deployments/latest")).Json;
        Assert.Equal((string)latest["deploymentId"]!, (string)apps[0]!["deployment"]!["deploymentId"]!);
        Assert.Equal((string)latest["buildId"]!, (string)apps[0]!["deployment"]!["build"]!["buildId"]!);
        Assert.Contains(apps, app => app!["deployment"] is null);
    }

    private static JsonObject Body(string name, JsonNode auth) => new() { ["appName"] = name, ["authConfiguration"] = auth };
}
