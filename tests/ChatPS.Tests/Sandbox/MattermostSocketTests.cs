using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox;

/// <summary>The websocket: its protocol, who is told what, and how a client comes back.</summary>
public sealed class MattermostSocketTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private SandboxClient Admin => fixture.Admin;

    private SandboxService Service => fixture.Service;

    private MattermostService Mattermost => (MattermostService)Service;

    [Fact]
    public async Task A_token_in_the_header_is_greeted()
    {
        using var socket = await OpenAsync(Service.Admin);
        var hello = await NextAsync(socket);
        Assert.Equal(("hello", 0), ((string)hello["event"]!, (int)hello["seq"]!));
        Assert.Matches("^[a-z0-9]{26}$", (string)hello["data"]!["connection_id"]!);
        Assert.StartsWith("5.37.0.", (string)hello["data"]!["server_version"]!, StringComparison.Ordinal);
        Assert.Equal(Service.Admin.UserId, (string)hello["broadcast"]!["user_id"]!);
    }

    [Fact]
    public async Task A_challenge_is_greeted_and_answered()
    {
        using var socket = await OpenAsync("");
        await SendAsync(socket, new JsonObject { ["seq"] = 1, ["action"] = "authentication_challenge", ["data"] = new JsonObject { ["token"] = Service.Member.Token } });
        Assert.Equal("hello", (string)(await NextAsync(socket))["event"]!);
        Assert.Equal("""{"status":"OK","seq_reply":1}""", (await NextAsync(socket, message => message["seq_reply"] is not null)).ToJsonString());
    }

    [Fact]
    public async Task A_wrong_token_ends_without_a_word()
    {
        using var socket = await OpenAsync("");
        await SendAsync(socket, new JsonObject { ["seq"] = 1, ["action"] = "authentication_challenge", ["data"] = new JsonObject { ["token"] = "wrong" } });
        await Assert.ThrowsAsync<WebSocketException>(() => NextAsync(socket));
    }

    [Fact]
    public async Task Who_does_not_say_who_it_is_is_hung_up_on_and_who_is_silent_gets_pings()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, TimeProvider = clock });
        var service = server["Mattermost"];
        using var socket = await OpenAsync("", service: service);
        var gone = Assert.ThrowsAsync<WebSocketException>(() => NextAsync(socket));
        await PassAsync(clock, gone);

        using var tcp = new TcpClient("127.0.0.1", service.BaseUri.Port);
        var wire = tcp.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /api/v4/websocket HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {service.Member.Token}\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var all = ReadAllAsync(wire);
        await PassAsync(clock, all);
        var bytes = await all;
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        // A ping, that nobody answered, and so the end.
        Assert.Equal([0x89, 0x00], bytes[^2..]);
    }

    [Fact]
    public async Task What_is_no_handshake_is_refused()
    {
        var refused = await Admin.Get("websocket");
        Assert.Equal((400, "api.web_socket.connect.upgrade.app_error"), (refused.Status, refused.ErrorId));
        Assert.Equal(400, (await Admin.Send(HttpMethod.Get, "websocket", null, ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "8"))).Status);
    }

    [Theory]
    // Not masked; a reserved bit; an unknown kind; a control frame in pieces; a continuation of nothing; too long; no UTF-8; a farewell with a code that is none.
    [InlineData("8102 6869", 1002)]
    [InlineData("C182 00000000 6869", 1002)]
    [InlineData("8382 00000000 6869", 1002)]
    [InlineData("0980 00000000", 1002)]
    [InlineData("8082 00000000 6869", 1002)]
    [InlineData("81FF 0000000001000000 00000000", 1009)]
    [InlineData("8182 00000000 C328", 1007)]
    [InlineData("8882 00000000 0001", 1002)]
    [InlineData("8882 01020304 02EA", 1000)]
    public async Task What_breaks_the_protocol_is_told_so(string hex, int code)
    {
        var all = await ExchangeAsync(hex);
        Assert.Equal([0x88, 0x02, (byte)(code >> 8), (byte)code], all[^4..]);
    }

    [Fact]
    public async Task A_message_may_come_in_pieces_with_a_ping_between_them()
    {
        var text = """{"seq":7,"action":"nothing"}""";
        var half = Hex(Encoding.UTF8.GetBytes(text[..9]));
        var rest = Hex(Encoding.UTF8.GetBytes(text[9..]));
        var all = await ExchangeAsync($"0189 00000000 {half} 8981 00000000 21 80{0x80 + text.Length - 9:X2} 00000000 {rest}", until: "bad_action", then: "8880 00000000");
        var said = Encoding.Latin1.GetString(all);
        Assert.Contains("\u008A\u0001!", said, StringComparison.Ordinal);
        Assert.Contains("\"seq_reply\":7", said, StringComparison.Ordinal);
        Assert.Equal([0x88, 0x00], all[^2..]);
    }

    [Fact]
    public async Task Long_messages_come_whole_and_the_farewell_is_said_again()
    {
        var channel = await fixture.NewChannel();
        using var socket = await OpenAsync(Service.Admin);
        await NextAsync(socket);
        foreach (var length in new[] { 10, 100, 5_000, 16_000 })
        {
            await fixture.NewPost(channel, new string('ü', length));
            Assert.Equal(length, ((string)PostOf(await NextAsync(socket, IsIn(channel)))["message"]!).Length);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Members_are_told_of_what_happens_to_posts_and_others_are_not()
    {
        var channel = await fixture.NewChannel();
        using var socket = await OpenAsync(Service.Admin);
        using var stranger = await OpenAsync(Service.Member);
        await NextAsync(socket);
        await NextAsync(stranger);
        var id = (string)(await fixture.NewPost(channel, "one"))["id"]!;
        var posted = await NextAsync(socket, IsIn(channel));
        Assert.Equal("posted", (string)posted["event"]!);
        Assert.Equal((id, "one"), ((string)PostOf(posted)["id"]!, (string)PostOf(posted)["message"]!));
        Assert.Equal(("O", "@" + Service.Admin.UserName, fixture.TeamId), ((string)posted["data"]!["channel_type"]!, (string)posted["data"]!["sender_name"]!, (string)posted["data"]!["team_id"]!));
        await Admin.Put($"posts/{id}/patch", new JsonObject { ["message"] = "two" });
        await Admin.Post($"posts/{id}/pin");
        await Admin.Post("reactions", new JsonObject { ["user_id"] = Service.Admin.UserId, ["post_id"] = id, ["emoji_name"] = "+1" });
        await Admin.Delete($"users/{Service.Admin.UserId}/posts/{id}/reactions/+1");
        await Admin.Delete($"posts/{id}");
        await Admin.Put($"channels/{channel}/patch", new JsonObject { ["header"] = "new" });
        var user = await fixture.NewUser();
        await Admin.Post($"channels/{channel}/members", new JsonObject { ["user_id"] = user });
        var names = new List<string>();
        while (names.Count < 9)
            names.Add((string)(await NextAsync(socket, IsIn(channel)))["event"]!);
        Assert.Equal(["post_edited", "post_edited", "reaction_added", "reaction_removed", "post_deleted", "channel_updated", "posted", "user_added", "posted"], names);

        // What a stranger hears next is the end of it, for the team.
        await Admin.Delete($"channels/{channel}");
        Assert.Equal(channel, (string)(await NextAsync(stranger, e => (string)e["event"]! is not ("new_user" or "status_change")))["data"]!["channel_id"]!);
    }

    [Fact]
    public async Task Actions_are_answered()
    {
        using var socket = await OpenAsync(Service.Admin);
        using var other = await OpenAsync(Service.Member);
        await SendAsync(socket, new JsonObject { ["seq"] = 1, ["action"] = "ping" });
        var pong = await NextAsync(socket, message => message["seq_reply"] is not null);
        Assert.Equal(("OK", "pong"), ((string)pong["status"]!, (string)pong["data"]!["text"]!));
        Assert.InRange((long)pong["data"]!["server_time"]!, DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds());
        await SendAsync(socket, new JsonObject { ["seq"] = 2, ["action"] = "user_typing", ["data"] = new JsonObject { ["channel_id"] = fixture.BusyChannelId } });
        var typing = await NextAsync(other, message => (string?)message["event"] == "typing");
        Assert.Equal(Service.Admin.UserId, (string)typing["data"]!["user_id"]!);
        await SendAsync(socket, new JsonObject { ["seq"] = 3, ["action"] = "get_statuses_by_ids", ["data"] = new JsonObject { ["user_ids"] = new JsonArray(Service.Member.UserId) } });
        Assert.Equal("online", (string)(await NextAsync(socket, message => (int?)message["seq_reply"] == 3))["data"]![Service.Member.UserId]!);
    }

    [Fact]
    public async Task A_session_that_has_ended_hears_no_more_and_is_told_so_when_it_asks()
    {
        var session = Mattermost.State.LogIn(Mattermost.State.Users[Service.Admin.UserId]!);
        var channel = await fixture.NewChannel();
        using var socket = await OpenAsync(session.Token);
        Mattermost.Exclusively(() => Mattermost.State.Sessions.Remove(session.Token));
        await fixture.NewPost(channel, "unheard");
        await SendAsync(socket, new JsonObject { ["seq"] = 1, ["action"] = "ping" });
        var answer = await NextAsync(socket, message => (string?)message["event"] is not ("hello" or "status_change"));
        Assert.Equal(("FAIL", "api.web_socket_router.not_authenticated.app_error"), ((string)answer["status"]!, (string)answer["error"]!["id"]!));
    }

    [Fact]
    public async Task Who_comes_back_goes_on_where_it_was()
    {
        var channel = await fixture.NewChannel();
        var first = await OpenAsync(Service.Admin);
        var id = (string)(await NextAsync(first))["data"]!["connection_id"]!;
        var gone = ReadToTheEndAsync(first);
        Service.Faults.EndStreams();
        await Assert.ThrowsAsync<WebSocketException>(() => gone);
        await InactiveAsync();
        await fixture.NewPost(channel, "missed");

        using (var second = await OpenAsync(Service.Admin.Token, $"?connection_id={id}&sequence_number=1"))
            Assert.Equal("missed", (string)PostOf(await NextAsync(second, IsIn(channel)))["message"]!);
        await InactiveAsync();
        using (var third = await OpenAsync(Service.Admin.Token, $"?connection_id={id}&sequence_number=9999"))
            Assert.NotEqual(id, (string)(await NextAsync(third))["data"]!["connection_id"]!);
        await Assert.ThrowsAsync<WebSocketException>(async () => await NextAsync(await OpenAsync(Service.Admin.Token, "?connection_id=nonsense&sequence_number=0")));
    }

    [Fact]
    public async Task Old_servers_know_nobody_again_and_an_item_may_get_lost()
    {
        var channel = await fixture.NewChannel();
        Mattermost.Sockets.IsReliable = false;
        try
        {
            using var socket = await OpenAsync(Service.Admin);
            Assert.Equal("", (string)(await NextAsync(socket))["data"]!["connection_id"]!);
            await fixture.NewPost(channel, "one");
            var before = (long)(await NextAsync(socket, IsIn(channel)))["seq"]!;
            Service.Faults.LoseNext(1);
            await fixture.NewPost(channel, "lost");
            await fixture.NewPost(channel, "three");
            var after = await NextAsync(socket, IsIn(channel));
            Assert.Equal((before + 2, "three"), ((long)after["seq"]!, (string)PostOf(after)["message"]!));
        }
        finally
        {
            Mattermost.Sockets.IsReliable = true;
            Service.Faults.Clear();
        }
    }

    private Task<ClientWebSocket> OpenAsync(SandboxAccount account) => OpenAsync(account.Token);

    private async Task<ClientWebSocket> OpenAsync(string token, string query = "", SandboxService? service = null)
    {
        var socket = new ClientWebSocket();
        if (token.Length > 0)
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        var address = new UriBuilder(new Uri((service ?? Service).BaseUri, "api/v4/websocket" + query)) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    private static Func<JsonNode, bool> IsIn(string channel) => message => (string?)message["broadcast"]?["channel_id"] == channel;

    private static JsonNode PostOf(JsonNode message) => JsonNode.Parse((string)message["data"]!["post"]!)!;

    private static Task SendAsync(ClientWebSocket socket, JsonObject message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonNode> NextAsync(ClientWebSocket socket, Func<JsonNode, bool>? wanted = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var buffer = new byte[1024 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException("closed");
            var message = JsonNode.Parse(buffer.AsSpan(0, length))!;
            if (wanted?.Invoke(message) ?? true)
                return message;
        }
    }

    private static async Task ReadToTheEndAsync(ClientWebSocket socket)
    {
        while (true)
            await NextAsync(socket);
    }

    private async Task InactiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (var connected = 1; connected > 0; await Task.Delay(5, patience.Token))
            Mattermost.Exclusively(() => connected = Mattermost.Sockets.Connected);
    }

    private static Task PassAsync(FakeTimeProvider clock, Task end) => Pump.UntilAsync(end, () => clock.Advance(TimeSpan.FromSeconds(5)));

    /// <summary>Sends frames as they are, and gives all that comes until the server hangs up.</summary>
    private async Task<byte[]> ExchangeAsync(string hex, string? until = null, string then = "")
    {
        using var tcp = new TcpClient("127.0.0.1", Service.BaseUri.Port);
        var wire = tcp.GetStream();
        var head = $"GET /api/v4/websocket HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Service.Member.Token}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        // The frames come right behind the head, as a hasty client sends them.
        await wire.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Bytes(hex)]);
        var said = new List<byte>();
        while (until is not null && !Encoding.Latin1.GetString([.. said]).Contains(until, StringComparison.Ordinal))
        {
            var piece = new byte[1024];
            said.AddRange(piece.AsSpan(0, await wire.ReadAsync(piece)));
        }

        await wire.WriteAsync(Bytes(then));
        return [.. said, .. await ReadAllAsync(wire)];
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static async Task<byte[]> ReadAllAsync(NetworkStream wire)
    {
        using var all = new MemoryStream();
        await wire.CopyToAsync(all);
        return all.ToArray();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
