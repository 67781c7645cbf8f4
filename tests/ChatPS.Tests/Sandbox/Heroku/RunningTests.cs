using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class RunningTests : HerokuTest
{
    private const string App = "apps/backend";

    [Fact]
    public async Task Each_change_of_the_configuration_is_a_release()
    {
        var before = await CurrentVersion();
        var changed = await Patch(Admin, App + "/config-vars", new JsonObject { ["NEW"] = "1", ["LOG_LEVEL"] = null, ["LANG"] = "en_US.UTF-8" });
        Assert.Equal("1", (string?)changed["NEW"]);
        Assert.Null(changed["LOG_LEVEL"]);
        Assert.Equal(before + 1, await CurrentVersion());
        Assert.Equal("Set NEW and unset LOG_LEVEL config vars", (string?)(await Admin.Get($"{App}/releases/{before + 1}"))["description"]);

        // What changes nothing makes none.
        await Patch(Admin, App + "/config-vars", new JsonObject { ["NEW"] = "1" });
        Assert.Equal(before + 1, await CurrentVersion());
        IsError(await Patch(Admin, App + "/config-vars", new JsonObject { ["N"] = 1 }), 422, "invalid_params");
        Assert.NotNull((await Admin.Get($"{App}/releases/v{before}/config-vars"))["LOG_LEVEL"]);
    }

    [Fact]
    public async Task A_rollback_brings_code_and_configuration_back()
    {
        var app = Service.State.Apps.Find("backend")!;
        var former = app.CurrentRelease;
        var slug = app.Slugs[0];
        await Patch(Admin, App + "/config-vars", new JsonObject { ["NEW"] = "1" });
        var deployed = await Admin.Post(App + "/releases", new JsonObject { ["slug"] = slug.Id, ["description"] = "By hand" });
        Assert.Equal((201, slug.Id, "By hand", true), (deployed.Status, (string?)deployed["slug"]!["id"], (string?)deployed["description"], (bool)deployed["current"]!));

        var back = await Admin.Post(App + "/releases", new JsonObject { ["release"] = former.Id });
        Assert.Equal((201, $"Rollback to v{former.Version}", former.Slug!.Id), (back.Status, (string?)back["description"], (string?)back["slug"]!["id"]));
        Assert.Null((await Admin.Get(App + "/config-vars"))["NEW"]);
        IsError(await Admin.Post(App + "/releases", new JsonObject { ["release"] = "1" }), 422, "invalid_params");
        IsError(await Admin.Post(App + "/releases", new JsonObject { ["slug"] = "none" }), 404, "not_found");
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("\"+2\"", 4)]
    [InlineData("\"-1\"", 1)]
    [InlineData("0", 0)]
    public async Task Dynos_follow_the_formation(string quantity, int expected)
    {
        await Patch(Admin, App + "/formation/web", new JsonObject { ["quantity"] = 2 });
        var scaled = await Patch(Admin, App + "/formation/web", new JsonObject { ["quantity"] = JsonNode.Parse(quantity) });
        Assert.Equal(expected, (int)scaled["quantity"]!);
        Assert.Equal(Enumerable.Range(1, expected).Select(number => $"web.{number}"), await Dynos("web"));
    }

    [Fact]
    public async Task A_batch_is_done_as_a_whole_or_not_at_all()
    {
        await Patch(Admin, App + "/formation", Updates(("web", "1", null), ("worker", "1", null)));
        IsError(await Patch(Admin, App + "/formation", Updates(("web", "5", null), ("nothing", "1", null))), 404, "not_found");
        IsError(await Patch(Admin, App + "/formation", Updates(("web", "5", null), ("worker", "lots", null))), 422, "invalid_params");
        IsError(await Patch(Admin, App + "/formation", Updates(("web", "5", null), ("worker", "-2", null))), 422, "invalid_params");
        Assert.Equal(["web.1"], await Dynos("web"));

        var done = await Patch(Admin, App + "/formation", Updates(("web", "+1", "Standard-1X"), ("worker", "0", null)));
        Assert.Equal([("web", 2, "Standard-1X"), ("worker", 0, "Basic")], done.Items.Select(item => ((string)item["type"]!, (int)item["quantity"]!, (string)item["size"]!)));
        Assert.All((await Admin.Get(App + "/dynos")).Items, dyno => Assert.Equal("Standard-1X", (string?)dyno["size"]));
    }

    [Fact]
    public async Task Restarted_dynos_are_new_ones_with_the_old_names()
    {
        await Patch(Admin, App + "/formation", Updates(("web", "2", null), ("worker", "1", null)));
        var before = await Ids();
        Assert.Equal(202, (await Admin.Delete(App + "/dynos/web.1")).Status);
        var one = await Ids();
        Assert.Equal(["web.1"], before.Keys.Where(name => before[name] != one[name]));
        Assert.Equal(202, (await Admin.Delete(App + "/formations/web")).Status);
        var type = await Ids();
        Assert.Equal(["web.1", "web.2"], one.Keys.Where(name => one[name] != type[name]));
        Assert.Equal(202, (await Admin.Delete(App + "/dynos")).Status);
        var all = await Ids();
        Assert.Equal(type.Keys, all.Keys);
        Assert.DoesNotContain(type.Keys, name => type[name] == all[name]);
        IsError(await Admin.Delete(App + "/dynos/web.9"), 404, "not_found");
    }

    [Fact]
    public async Task A_stopped_dyno_keeps_its_place()
    {
        await Patch(Admin, App + "/formation/web", new JsonObject { ["quantity"] = 2 });
        Assert.Equal(202, (await Admin.Post(App + "/dynos/web.1/actions/stop")).Status);
        Assert.Equal("down", (string?)(await Admin.Get(App + "/dynos/web.1"))["state"]);
        await Patch(Admin, App + "/formation/web", new JsonObject { ["quantity"] = 3 });
        Assert.Equal(["web.1", "web.2", "web.3"], await Dynos("web"));
        await Admin.Delete(App + "/dynos/web.1");
        Assert.Equal("up", (string?)(await Admin.Get(App + "/dynos/web.1"))["state"]);
    }

    [Fact]
    public async Task A_one_off_dyno_ends_by_itself_or_when_told()
    {
        var made = await Admin.Post(App + "/dynos", new JsonObject { ["command"] = "bash", ["attach"] = true, ["size"] = "Standard-2X", ["time_to_live"] = 60 });
        Assert.Equal((201, "run", "Standard-2X"), (made.Status, (string?)made["type"], (string?)made["size"]));
        Assert.StartsWith("rendezvous://", (string?)made["attach_url"]);
        var other = await Admin.Post(App + "/dynos", new JsonObject { ["command"] = "ls" });
        Assert.Null(other["attach_url"]);
        await Patch(Admin, App + "/config-vars", new JsonObject { ["CHANGED"] = "1" });
        Assert.Equal(2, (await Dynos("run")).Count);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([(string)other["name"]!], await Dynos("run"));
        await Admin.Post($"{App}/dynos/{other["id"]}/actions/stop");
        Assert.Empty(await Dynos("run"));
        IsError(await Admin.Post(App + "/dynos", new JsonObject()), 422, "invalid_params");
    }

    private async Task<int> CurrentVersion() =>
        (int)(await Range(Admin, App + "/releases", "version ..; max=1, order=desc")).Items[0]["version"]!;

    private async Task<List<string>> Dynos(string type) =>
        [.. (await Range(Admin, App + "/dynos", "name ..")).Items.Where(dyno => (string?)dyno["type"] == type).Select(dyno => (string)dyno["name"]!)];

    private async Task<SortedDictionary<string, string>> Ids() =>
        new((await Admin.Get(App + "/dynos")).Items.ToDictionary(dyno => (string)dyno["name"]!, dyno => (string)dyno["id"]!));

    private static JsonObject Updates(params (string Type, string Quantity, string? Size)[] updates) => new()
    {
        ["updates"] = new JsonArray([.. updates.Select(update => update.Size is null
            ? new JsonObject { ["type"] = update.Type, ["quantity"] = update.Quantity }
            : new JsonObject { ["type"] = update.Type, ["quantity"] = update.Quantity, ["size"] = update.Size })]),
    };
}
