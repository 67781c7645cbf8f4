namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class LogTests : HathoraTest
{
    [Fact]
    public async Task A_log_grows_by_the_clock()
    {
        var path = await Process();
        Assert.Empty(await Lines(path));
        Clock.Advance(TimeSpan.FromSeconds(1));
        var start = await Lines(path);
        Assert.Matches("^2026-03-01T12:00:00.600Z loading build bld-", start[0]);
        Assert.Matches("server ready in Tokyo$", start[2]);
        Assert.Matches("room .* created$", start[3]);
        Clock.Advance(TimeSpan.FromSeconds(3));
        var later = await Lines(path);
        Assert.Equal(start, later[..4]);
        Assert.Equal(7, later.Length);
        Assert.Equal(later[^2..], await Lines(path + "?tailLines=2"));
        Assert.Equal(string.Concat(later.Select(line => line + "\n")), (await Admin.Get(path + "/download")).Text);
    }

    [Fact]
    public async Task Following_goes_on_until_the_process_stops()
    {
        var path = await Process();
        Clock.Advance(TimeSpan.FromSeconds(5));
        using var log = await Read(Admin, HttpMethod.Get, path + "?follow=true&tailLines=1");
        Assert.Matches("^2026-03-01T12:00:05.000Z frame 240:", await log.ReadLineAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Matches("^2026-03-01T12:00:06.000Z frame 300:", await log.ReadLineAsync());
        var (app, process) = (path.Split('/')[2], path.Split('/')[4]);
        await NewRoom(app, query: "?roomId=another");
        Assert.Matches("room another created$", await log.ReadLineAsync());
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        await Admin.Post($"processes/v3/apps/{app}/processes/{process}/stop");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var rest = await log.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Matches(" stopping: .*\n.* destroyed\n.* room another destroyed\n.* stopped\n$", rest);
        Assert.Equal(rest, string.Concat((await Lines(path + $"?follow=true&tailLines={rest.Count('\n')}")).Select(line => line + "\n")));
    }

    [Fact]
    public async Task The_faults_end_a_stream()
    {
        var path = await Process();
        Clock.Advance(TimeSpan.FromSeconds(5));
        Service.Faults.StreamItems = 2;
        Assert.Equal(2, (await Lines(path + "?follow=true")).Length);
        Service.Faults.Clear();
        using var log = await Read(Admin, HttpMethod.Get, path + "?follow=true&tailLines=1");
        await log.ReadLineAsync();
        Service.Faults.EndStreams();
        Assert.Null(await log.ReadLineAsync());
    }

    [Fact]
    public async Task A_long_log_is_kept_in_part()
    {
        var process = (string)(await Admin.Get($"rooms/v2/{Arena}/info/arena-hall"))["currentAllocation"]!["processId"]!;
        var path = $"logs/v1/{Arena}/process/{process}";
        Assert.Equal(100, (await Lines(path)).Length);
        Assert.True((await Lines(path + "?tailLines=5000")).Length > 250);
        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(5000, (await Lines(path + "?tailLines=5000")).Length);
        Assert.Equal(10_000, (await Lines(path + "/download")).Length);
    }

    [Theory]
    [InlineData("tailLines=0")]
    [InlineData("tailLines=5001")]
    [InlineData("tailLines=many")]
    [InlineData("follow=perhaps")]
    public async Task What_does_not_fit_is_refused(string query) => IsError(await Admin.Get(await Process() + "?" + query), 400);

    [Fact]
    public async Task Old_logs_are_gone()
    {
        var path = await Process();
        await Admin.Post($"processes/v3/apps/{path.Split('/')[2]}/processes/{path.Split('/')[4]}/stop");
        Clock.Advance(TimeSpan.FromHours(73));
        IsError(await Admin.Get(path), 410);
        IsError(await Admin.Get(path + "/download"), 410);
        IsError(await Admin.Get($"logs/v1/{Arena}/process/none"), 404);
    }

    /// <summary>The log of a process that has just been started for a room.</summary>
    private async Task<string> Process()
    {
        var app = await NewServer();
        return $"logs/v1/{app}/process/{(await NewRoom(app))["processId"]}";
    }

    private async Task<string[]> Lines(string path)
    {
        var answer = await Admin.Get(path);
        Assert.Equal((200, "application/octet-stream"), (answer.Status, answer.Header("Content-Type")));
        return answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
