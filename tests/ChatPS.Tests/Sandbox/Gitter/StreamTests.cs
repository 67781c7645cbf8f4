using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class StreamTests : GitterTest
{
    [Fact]
    public async Task Messages_come_as_they_are_sent()
    {
        using var stream = await OpenAsync(Busiest.TrimStart('/') + "/chatMessages");
        var first = await PostAsync(Busiest, "one", Member);
        await PostAsync("v1/rooms/" + RoomId("northwind-harbor"), "elsewhere");
        var second = await PostAsync(Busiest, "two");
        Assert.Equal(first, (string?)(await ReadAsync(stream))["id"]);
        var message = await ReadAsync(stream);
        Assert.Equal(second, (string?)message["id"]);
        Assert.Equal("two", (string?)message["text"]);
    }

    [Fact]
    public async Task Events_come_as_they_happen()
    {
        using var stream = await OpenAsync(Busiest.TrimStart('/') + "/events");
        await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = Member.UserName });
        Assert.Equal("banned", (string?)(await ReadAsync(stream))["meta"]!["event"]);
    }

    [Fact]
    public async Task White_space_keeps_a_silent_stream_open()
    {
        using var stream = await OpenAsync(Busiest.TrimStart('/') + "/chatMessages");
        var buffer = new char[2];
        Assert.Equal(2, await stream.ReadBlockAsync(buffer));
        var more = stream.ReadBlockAsync(buffer).AsTask();
        while (!more.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(more, Task.Delay(10));
        }

        Assert.Equal(" \n", new string(buffer));
    }

    [Fact]
    public async Task A_stream_may_end_so_that_the_client_has_to_come_again()
    {
        Service.Faults.StreamItems = 1;
        using var stream = await OpenAsync(Busiest.TrimStart('/') + "/chatMessages");
        var only = await PostAsync(Busiest, "one");
        Assert.Equal(only, (string?)(await ReadAsync(stream))["id"]);
        Assert.Equal("", await stream.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)));

        Service.Faults.Clear();
        using var other = await OpenAsync(Busiest.TrimStart('/') + "/chatMessages");
        Service.Faults.EndStreams();
        Assert.Equal("", (await other.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30))).Trim());
    }

    [Fact]
    public async Task A_private_rooms_stream_is_forbidden() =>
        (await GetAsync(new Uri(Service.StreamBaseUri, Private.TrimStart('/') + "/chatMessages").ToString())).IsError(403, "Forbidden");

    private static async Task<JsonNode> ReadAsync(StreamReader stream)
    {
        var text = new System.Text.StringBuilder();
        var one = new char[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != '\r')
            text.Append(one[0]);
        return JsonNode.Parse(text.ToString())!;
    }
}
