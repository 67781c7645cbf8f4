using System.Net;
using System.Text;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Heroku;

namespace ChatPS.Tests.Client;

/// <summary>What was read before is confirmed instead of sent again, and never mistaken for something else.</summary>
public sealed class AnswerCacheTests
{
    private static readonly Uri Address = new("http://127.0.0.1/apps");

    [Fact]
    public async Task An_answer_with_a_tag_is_confirmed_and_a_new_one_replaces_it()
    {
        var version = 1;
        using var server = new ScriptedServer(r => r.Target == "/account"
            ? new("""{"id":"x","email":"x@example.com"}""")
            : r.Headers.GetValueOrDefault("If-None-Match") == $"\"{version}\""
                ? new("", 304, Headers: new() { ["ETag"] = $"\"{version}\"" })
                : new($$"""{"id":"a","name":"v{{version}}"}""", Headers: new() { ["ETag"] = $"\"{version}\"" }));
        var connection = await Connections.OpenAsync(ChatPlatform.Heroku, server.Uri);
        var apps = connection.Get<HerokuApps>();

        Assert.Equal("v1", (await apps.GetAsync("a", null, CallContext.Silent)).Name);
        Assert.Equal("v1", (await apps.GetAsync("a", null, CallContext.Silent)).Name);
        Assert.Equal("\"1\"", server.Requests.Last().Headers["If-None-Match"]);
        version = 2;
        Assert.Equal("v2", (await apps.GetAsync("a", null, CallContext.Silent)).Name);
        Assert.Equal("v2", (await apps.GetAsync("a", null, CallContext.Silent)).Name);
        Assert.Equal("\"2\"", server.Requests.Last().Headers["If-None-Match"]);
        Assert.DoesNotContain("If-None-Match", server.Requests.First(r => r.Target == "/apps/a").Headers.Keys);
    }

    [Fact]
    public async Task A_warning_comes_with_a_confirmed_answer_too()
    {
        using var server = new ScriptedServer(r => r.Target == "/account"
            ? new("""{"id":"x","email":"x@example.com"}""")
            : new(r.Headers.ContainsKey("If-None-Match") ? "" : """{"id":"a","name":"a"}""", r.Headers.ContainsKey("If-None-Match") ? 304 : 200,
                Headers: new() { ["ETag"] = "\"1\"", ["X-Heroku-Warning"] = "Old stack." }));
        var connection = await Connections.OpenAsync(ChatPlatform.Heroku, server.Uri);
        var log = new Warnings();
        var context = new CallContext(log, CancellationToken.None);
        await connection.Get<HerokuApps>().GetAsync("a", null, context);
        await connection.Get<HerokuApps>().GetAsync("a", null, context);
        Assert.Equal(["Old stack.", "Old stack."], log.Said);
    }

    [Fact]
    public void Pages_of_a_list_are_kept_apart_by_their_range()
    {
        var cache = new AnswerCache();
        cache.Keep(Request("id ..; max=200"), Address, Answer("first"));
        Assert.Null(cache.Find(Request("id ]x..; max=200"), Address));
        Assert.Equal("first", cache.Find(Request("id ..; max=200"), Address)!.Answer.Text);
    }

    [Fact]
    public void Only_good_answers_to_reads_with_a_tag_and_of_a_size_are_kept()
    {
        var cache = new AnswerCache();
        cache.Keep(Request() with { Method = "POST" }, Address, Answer("x"));
        cache.Keep(Request(), Address, Answer("x") with { Status = HttpStatusCode.NotFound });
        cache.Keep(Request(), Address, Answer("x") with { Headers = [] });
        cache.Keep(Request(), Address, Answer(new string('x', 300_000)));
        Assert.Null(cache.Find(Request(), Address));
    }

    [Fact]
    public void What_was_not_asked_for_longest_goes_first()
    {
        var cache = new AnswerCache();
        var body = new string('x', 200_000);
        for (var i = 0; i < 20; i++)
            cache.Keep(Request(), new Uri(Address, $"/{i}"), Answer(body));
        Assert.NotNull(cache.Find(Request(), new Uri(Address, "/0")));
        for (var i = 20; i < 30; i++)
            cache.Keep(Request(), new Uri(Address, $"/{i}"), Answer(body));
        Assert.NotNull(cache.Find(Request(), new Uri(Address, "/0")));
        Assert.Null(cache.Find(Request(), new Uri(Address, "/1")));
        Assert.NotNull(cache.Find(Request(), new Uri(Address, "/29")));
    }

    private static ApiRequest Request(string range = "id ..") =>
        new() { Method = "GET", Path = "apps", Headers = [new("Range", range)], IsIdempotent = true };

    private static ApiResponse Answer(string body) =>
        new() { Status = HttpStatusCode.OK, Headers = [new("ETag", "\"tag\"")], Content = Encoding.UTF8.GetBytes(body) };

    private sealed class Warnings : ICallLog
    {
        public List<string> Said { get; } = [];

        public void Verbose(string text)
        {
        }

        public void Warning(string text) => Said.Add(text);

        public void Waiting(TimeSpan delay, string reason)
        {
        }
    }
}
