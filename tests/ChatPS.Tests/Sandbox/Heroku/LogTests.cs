using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class LogTests : HerokuTest
{
    private const string App = "apps/backend";

    [Fact]
    public async Task The_newest_lines_come_as_text_without_credentials()
    {
        var text = await Client(null, accept: null).Get(await Session(new() { ["lines"] = 3 }));
        Assert.Equal((200, "text/plain"), (text.Status, text.Message.Content.Headers.ContentType!.MediaType));
        var lines = text.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 (app|heroku)\[[a-z]+(\.\d+)?\]: .+$", line));
        Assert.Contains(Service.State.Apps.Find("backend")!.Log.Last().Message, lines[^1]);
    }

    [Theory]
    [InlineData("dyno", "web.1", @"\[web\.1\]")]
    [InlineData("dyno_name", "web.1", @"\[web\.1\]")]
    [InlineData("dyno", "web", @"\[web\.\d+\]")]
    [InlineData("type", "web", @"\[web\.\d+\]")]
    [InlineData("source", "heroku", @" heroku\[")]
    public async Task A_session_may_be_about_a_part(string name, string value, string expected)
    {
        var text = await Client(null).Get(await Session(new() { [name] = value, ["lines"] = 1500 }));
        Assert.NotEmpty(text.Text);
        Assert.All(text.Text.TrimEnd('\n').Split('\n'), line => Assert.Matches(expected, line));
    }

    [Fact]
    public async Task Events_are_numbered_and_go_on_after_the_last_one()
    {
        var session = await Session(new() { ["lines"] = 2 });
        var events = await Client(null, "text/event-stream").Get(session);
        Assert.Equal("text/event-stream", events.Message.Content.Headers.ContentType!.MediaType);
        var blocks = events.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, blocks.Length);
        Assert.All(blocks, block => Assert.Matches(@"^id: \d+\ndata: \d{4}-.+$", block));

        var first = blocks[0].Split('\n')[0]["id: ".Length..];
        var rest = await Client(null, "text/event-stream").Get(session, ("Last-Event-ID", first));
        Assert.Equal(blocks[1] + "\n\n", rest.Text);
    }

    [Fact]
    public async Task A_tail_tells_what_happens()
    {
        using var log = await Open(await Session(new() { ["lines"] = 0, ["tail"] = true }));
        await Patch(Admin, App + "/config-vars", new JsonObject { ["TOLD"] = "1" });
        Assert.Contains("app[api]: Release v", await log.ReadLineAsync());
        Assert.Contains("app[api]: Set TOLD config vars by user", await log.ReadLineAsync());
        await Admin.Delete("apps/backend");
        Assert.Contains("Restarting", await log.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_tail_may_end_so_that_the_client_has_to_come_again()
    {
        var session = await Session(new() { ["lines"] = 0, ["tail"] = true });
        Service.Faults.StreamItems = 1;
        using var first = await Open(session);
        await Patch(Admin, App + "/config-vars", new JsonObject { ["TOLD"] = "1" });
        Assert.Contains("Release v", await first.ReadLineAsync());
        Assert.Null(await first.ReadLineAsync());

        Service.Faults.Clear();
        using var second = await Open(session);
        Service.Faults.EndStreams();
        Assert.Null(await second.ReadLineAsync());
        using var third = await Open(session);
        await Patch(Admin, App + "/config-vars", new JsonObject { ["TOLD"] = "2" });
        Assert.Contains("Release v", await third.ReadLineAsync());
    }

    [Fact]
    public async Task A_session_ends()
    {
        var session = await Session([]);
        Assert.Equal(200, (await Client(null).Get(session)).Status);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(404, (await Client(null).Get(session)).Status);
        Assert.Equal(404, (await Client(null).Get("logplex/sessions/unknown")).Status);
        IsError(await Admin.Post(App + "/log-sessions", new JsonObject { ["lines"] = 1501 }), 422, "invalid_params");
    }

    private async Task<string> Session(JsonObject body)
    {
        var made = await Admin.Post(App + "/log-sessions", body);
        Assert.Equal(201, made.Status);
        return (string)made["logplex_url"]!;
    }

    private async Task<StreamReader> Open(string address)
    {
        var response = await Client(null).Raw(new(HttpMethod.Get, address));
        return new(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }
}
