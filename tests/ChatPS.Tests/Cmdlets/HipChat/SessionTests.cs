using System.Management.Automation;
using System.Text;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.HipChat;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.HipChat;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class SessionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HipChatService HipChat => (HipChatService)sandbox.HipChat;

    [Theory]
    [InlineData("")]
    [InlineData("v2")]
    [InlineData("v2/")]
    public void A_token_signs_in_with_or_without_the_version_in_the_address(string ending)
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        var session = shell.Run<ChatSession>(
            "Connect-ChatService HipChat $args[0] -Token $args[1]", new Uri(HipChat.BaseUri, ending), SandboxFixture.Protect(HipChat.Admin.Token)).Single();
        Assert.Equal([$"GET /v2/oauth/token/{HipChat.Admin.Token}"], sandbox.Wire);
        Assert.Equal("Bearer " + HipChat.Admin.Token, sandbox.Server.Requests[0].Header("Authorization"));
        Assert.Equal((HipChat.Admin.UserId, HipChat.Admin.UserName), (session.UserId, session.UserName));
        Assert.Contains("view_room", session.Scopes);
        Assert.Equal("True", shell.RunClean("Test-ChatService").Single().ToString());

        // A token that somebody gave is not ours to end.
        shell.RunClean("Disconnect-ChatService");
        Assert.DoesNotContain(sandbox.Wire, w => w.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_that_is_none_is_refused()
    {
        using var shell = new Shell();
        var error = shell.Fail("Connect-ChatService HipChat $args[0] -Token $args[1]", HipChat.BaseUri, SandboxFixture.Protect("not-a-token-at-all"));
        Assert.StartsWith("ChatPS.Unauthorized", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-token-at-all", error + error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_oauth_client_gets_a_token_of_the_scopes_asked_for_and_ends_it()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        var session = shell.Run<ChatSession>(
            "Connect-ChatService HipChat $args[0] -Credential $args[1] -Scope send_notification, view_room", HipChat.BaseUri, Client).Single();
        var (token, identify) = (sandbox.Server.Requests[0], sandbox.Server.Requests[1]);
        Assert.Equal(("POST", "/v2/oauth/token", "grant_type=client_credentials&scope=send_notification+view_room"),
            (token.Method, token.Target, token.Body.Replace("%20", "+", StringComparison.Ordinal)));
        Assert.StartsWith("application/x-www-form-urlencoded", token.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{HipChat.ClientId}:{HipChat.ClientSecret}")), token.Header("Authorization"));
        Assert.StartsWith("GET /v2/oauth/token/", $"{identify.Method} {identify.Target}", StringComparison.Ordinal);
        Assert.Equal(["send_notification", "view_room"], session.Scopes.Order());
        Assert.InRange(session.TokenExpiresAt!.Value, DateTimeOffset.UtcNow.AddMinutes(58), DateTimeOffset.UtcNow.AddMinutes(61));

        shell.RunClean("Disconnect-ChatService");
        Assert.Equal("DELETE " + identify.Target, sandbox.Wire.Last());
    }

    [Fact]
    public void What_the_token_may_not_do_is_said_with_the_scopes_it_would_take()
    {
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService HipChat $args[0] -Credential $args[1] -Scope send_notification", HipChat.BaseUri, Client);
        var error = shell.Fail("Send-ChatMessage Operations hi");
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("needs the scope send_message", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("it has send_notification", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        // Where the documents do not tell which it takes.
        error = shell.Fail("Get-ChatEmoji");
        Assert.Contains("send_notification", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_take_no_scope_at_the_login()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        foreach (var service in new[] { sandbox.Mattermost, sandbox.Heroku })
        {
            var error = shell.Fail("Connect-ChatService $args[0] $args[1] -Credential $args[2] -Scope view_room", service.Platform, service.BaseUri, Client);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public async Task A_clients_token_is_renewed_a_minute_before_its_end()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = Start(clock);
        var connection = await OpenAsync(server, clock);
        clock.Advance(HipChatService.TokenLifetime - TimeSpan.FromSeconds(90));
        server.ClearRequests();
        await ListRoomsAsync(connection);
        Assert.Equal(["GET"], server.Requests.Select(r => r.Method));

        clock.Advance(TimeSpan.FromSeconds(31));
        server.ClearRequests();
        await ListRoomsAsync(connection);
        Assert.Equal(["POST", "GET"], server.Requests.Select(r => r.Method));
        Assert.Equal("grant_type=client_credentials&scope=view_group", server.Requests[0].Body);
        Assert.True(connection.Session.TokenExpiresAt > clock.GetUtcNow().AddMinutes(59));
    }

    [Fact]
    public async Task A_token_that_ended_early_is_renewed_once_after_the_refusal()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = Start(clock);
        // The session's own clock knows nothing of it.
        var connection = await OpenAsync(server, new FakeTimeProvider(clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromDays(1));
        server.ClearRequests();
        await ListRoomsAsync(connection);
        Assert.Equal(["GET", "POST", "GET"], server.Requests.Select(r => r.Method));
        Assert.NotEqual(server.Requests[0].Header("Authorization"), server.Requests[2].Header("Authorization"));
    }

    private PSCredential Client => new(HipChat.ClientId, SandboxFixture.Protect(HipChat.ClientSecret));

    private static SandboxServer Start(TimeProvider clock) =>
        SandboxServer.Start(new SandboxOptions { Platforms = ["HipChat"], Size = SandboxSize.Small, TimeProvider = clock });

    private static async Task<Connection> OpenAsync(SandboxServer server, TimeProvider clock)
    {
        var hipChat = (HipChatService)server["HipChat"];
        return Connection.Of(await Connection.OpenAsync(new ConnectOptions
        {
            Platform = ChatPlatform.HipChat,
            Uri = hipChat.BaseUri,
            UserName = hipChat.ClientId,
            Password = new Secret(hipChat.ClientSecret),
            Scope = ["view_group"],
        }, clock, CallContext.Silent));
    }

    private static Task<ApiResponse> ListRoomsAsync(Connection connection) =>
        connection.Api.SendAsync(connection.Platform.Call(HipChatOperations.GetAllRooms).ToRequest(), CallContext.Silent);
}
