using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class DeploymentTests : HerokuResourceTest
{
    [Fact]
    public async Task A_slug_takes_its_bytes_without_credentials_and_gives_them_back()
    {
        var made = await Admin.Post($"apps/{App}/slugs", new JsonObject { ["process_types"] = new JsonObject { ["web"] = "run" }, ["commit"] = null });
        Assert.Equal((201, "put"), (made.Status, Text(made.Json, "blob", "method")));
        Assert.Null(made["size"]);
        using var stranger = new HttpClient();
        var address = Text(made.Json, "blob", "url");
        using var nothing = await stranger.GetAsync(address);
        Assert.Equal(404, (int)nothing.StatusCode);
        using var put = await stranger.PutAsync(address, new ByteArrayContent([1, 2, 3]));
        Assert.Equal(200, (int)put.StatusCode);
        Assert.Equal([1, 2, 3], await stranger.GetByteArrayAsync(address));

        var read = await Admin.Get($"apps/{App}/slugs/{Text(made.Json, "id")}");
        Assert.Equal((3, "get", address), ((int)read["size"]!, Text(read.Json, "blob", "method"), Text(read.Json, "blob", "url")));
        var release = await Admin.Post($"apps/{App}/releases", new JsonObject { ["slug"] = Text(made.Json, "id") });
        Assert.Equal(Text(made.Json, "id"), Text(release.Json, "slug", "id"));
        Assert.Equal("run", (string?)(await Admin.Get($"apps/{App}/formation/web"))["command"]);
    }

    [Fact]
    public async Task A_build_is_pending_first_and_then_a_slug_and_a_release()
    {
        var source = await Upload(Tarball("web: node server.js\nclock: node clock.js\n"));
        var made = await Build(new() { ["url"] = source, ["version"] = "0123456789abcdef" });
        Assert.Equal(("pending", null, null), ((string?)made["status"], made["slug"], made["release"]));

        var done = await Admin.Get($"apps/{App}/builds/{Text(made.Json, "id")}");
        Assert.Equal("succeeded", (string?)done["status"]);
        var release = await Admin.Get($"apps/{App}/releases/{Text(done.Json, "release", "id")}");
        Assert.Equal(("Deploy 01234567", Text(done.Json, "slug", "id")), ((string?)release["description"], Text(release.Json, "slug", "id")));
        var slug = await Admin.Get($"apps/{App}/slugs/{Text(done.Json, "slug", "id")}");
        Assert.Equal("node clock.js", Text(slug.Json, "process_types", "clock"));
        using var stranger = new HttpClient();
        Assert.Contains("clock, web", await stranger.GetStringAsync(Text(made.Json, "output_stream_url")));
    }

    [Fact]
    public async Task A_source_that_was_never_uploaded_or_is_another_fails_the_build()
    {
        var nothing = await Build(new() { ["url"] = Text((await Admin.Post("sources")).Json, "source_blob", "get_url") });
        var failed = await Admin.Get($"apps/{App}/builds/{Text(nothing.Json, "id")}");
        Assert.Equal(("failed", null), ((string?)failed["status"], failed["slug"]));
        var other = await Build(new() { ["url"] = await Upload([1, 2, 3]), ["checksum"] = "SHA256:" + new string('0', 64) });
        Assert.Equal("failed", (string?)(await Admin.Get($"apps/{App}/builds/{Text(other.Json, "id")}"))["status"]);
    }

    [Fact]
    public async Task A_pending_build_can_be_canceled_and_a_finished_one_cannot()
    {
        var releases = (await Admin.Get($"apps/{App}/releases")).Items.Count;
        var made = await Build(new() { ["url"] = "https://source.example.com/app.tar.gz" });
        var path = $"apps/{App}/builds/{Text(made.Json, "id")}";
        Assert.Equal("failed", (string?)(await Admin.Delete(path))["status"]);
        Assert.Equal(422, (await Admin.Delete(path)).Status);
        Assert.Equal(releases, (await Admin.Get($"apps/{App}/releases")).Items.Count);
    }

    [Fact]
    public async Task Buildpacks_keep_their_order()
    {
        var updates = new JsonArray(new JsonObject { ["buildpack"] = "heroku/nodejs" }, new JsonObject { ["buildpack"] = "https://example.com/pack.git" });
        var answer = await Admin.Put($"apps/{App}/buildpack-installations", new JsonObject { ["updates"] = updates });
        Assert.Equal(["heroku/nodejs", "https://example.com/pack.git"], answer.Items.Select(item => Text(item, "buildpack", "name")));
        Assert.Equal("urn:buildpack:heroku/nodejs", Text(answer.Items[0], "buildpack", "url"));
        Assert.Equal(answer.Text, (await Admin.Get($"apps/{App}/buildpack-installations")).Text);
    }

    [Fact]
    public async Task Changes_become_events_and_deliveries_to_those_who_want_them()
    {
        var webhook = await Admin.Post($"apps/{App}/webhooks", new JsonObject
        {
            ["include"] = new JsonArray("api:release"),
            ["level"] = "notify",
            ["url"] = "https://hooks.example.com/",
            ["secret"] = "of my own",
        });
        Assert.Equal((201, "of my own"), (webhook.Status, webhook.Header("Heroku-Webhook-Secret")));
        await Patch(Admin, $"apps/{App}/config-vars", new JsonObject { ["COLOR"] = "blue" });
        await Admin.Post($"apps/{App}/domains", new JsonObject { ["hostname"] = "events.example.com", ["sni_endpoint"] = null });

        var events = (await Admin.Get($"apps/{App}/webhook-events")).Items;
        Assert.Contains(events, item => (string?)item["include"] == "api:domain" && Text(item, "payload", "action") == "create");
        var release = Assert.Single(events, item => (string?)item["payload"]!["data"]!["description"] == "Set COLOR config vars");
        var deliveries = (await Admin.Get($"apps/{App}/webhook-deliveries")).Items;
        Assert.Contains(deliveries, item => Text(item, "event", "id") == Text(release, "id"));
        Assert.All(deliveries, item => Assert.Equal("api:release", Text(item, "event", "include")));
    }

    private async Task<Answer> Build(JsonObject source)
    {
        var answer = await Admin.Post($"apps/{App}/builds", new JsonObject { ["source_blob"] = source });
        Assert.Equal(201, answer.Status);
        return answer;
    }

    private async Task<string> Upload(byte[] content)
    {
        var source = await Admin.Post("sources");
        using var stranger = new HttpClient();
        using var put = await stranger.PutAsync(Text(source.Json, "source_blob", "put_url"), new ByteArrayContent(content));
        Assert.Equal(200, (int)put.StatusCode);
        return Text(source.Json, "source_blob", "get_url");
    }

    private static byte[] Tarball(string procfile)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(zip))
        {
            using var data = new MemoryStream(Encoding.UTF8.GetBytes(procfile));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./Procfile") { DataStream = data });
        }

        return bytes.ToArray();
    }
}
