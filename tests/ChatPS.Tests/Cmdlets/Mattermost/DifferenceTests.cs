using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What servers of other versions, editions and settings say, and what people are told of it.</summary>
public sealed class DifferenceTests
{
    private static readonly Dictionary<string, string> Version = new() { ["X-Version-Id"] = "5.30.1.5.30.1.0123456789abcdef0123456789abcdef.true" };

    [Theory]
    [InlineData(404, "api.context.404.app_error", "not yet or no longer; Get-ChatOperation shows which version brought it. The server is Mattermost 5.30.1.")]
    [InlineData(501, "api.team.demote_user_to_guest.license.error", "The server's edition or license does not include this. The server is Mattermost 5.30.1.")]
    [InlineData(501, "api.custom_status.disabled", "The server's settings switch this off. The server is Mattermost 5.30.1.")]
    [InlineData(501, "app.plugin.disabled.app_error", "Plugins are switched off in the server's settings (PluginSettings). The server is Mattermost 5.30.1.")]
    [InlineData(501, "api.user.upload_profile_user.storage.app_error", "its settings switch it off. The server is Mattermost 5.30.1.")]
    [InlineData(401, "api.user.delete_user.not_enabled.app_error", "EnableAPIChannelDeletion do. The server is Mattermost 5.30.1.")]
    public void What_a_server_lacks_is_told_with_its_version(int status, string id, string advice)
    {
        // The router of a server answers what it does not know without saying who it is.
        using var server = Start(new ScriptedServer.Answer($$"""{"id":"{{id}}","message":"No.","status_code":{{status}}}""", status, Headers: status == 404 ? null : Version));
        using var shell = Connect(server);
        var error = shell.Fail("Remove-ChatUser $args[0] -Permanent -Force", new string('u', 26));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(id, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_too_new_is_told_with_both_versions()
    {
        using var server = Start(new ScriptedServer.Answer("""{"id":"api.context.404.app_error","message":"No.","status_code":404}""", 404));
        using var shell = Connect(server);
        var error = shell.Fail("Invoke-ChatOperation GetStorageUsage");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("The server is Mattermost 5.30.1, and GetStorageUsage came with 7.1.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_that_cannot_move_tells_what_would_help()
    {
        using var server = Start(new ScriptedServer.Answer("""{"id":"app.channel.move_channel.members_do_not_match.error","message":"No.","status_code":500}""", 500, Headers: Version));
        using var shell = Connect(server);
        var error = shell.Fail("Set-ChatRoom $args[0] -MoveTo $args[1]", new string('r', 26), new string('t', 26));
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-RemoveOutsider", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_server_remembers_of_a_bot_from_before_is_not_shown()
    {
        var before = $$"""{"id":"{{new string('u', 26)}}","username":"worker"}""";
        using var server = new ScriptedServer(request => new ScriptedServer.Answer(
            request.Target.EndsWith("/users/username/worker", StringComparison.Ordinal) ? before[..^1] + ",\"is_bot\":true}" : before, Headers: Version));
        using var shell = Connect(server);
        Assert.True(shell.Run<ChatUser>("Set-ChatUser $args[0] -Bot -PassThru", new string('u', 26)).Single().IsBot);
    }

    [Fact]
    public void One_that_fails_so_leaves_the_others_their_turn()
    {
        using var server = Start(new ScriptedServer.Answer("""{"id":"api.user.delete_user.not_enabled.app_error","message":"No.","status_code":401}""", 401, Headers: Version));
        using var shell = Connect(server);
        shell.Run("$args[0] | Remove-ChatUser -Permanent -Force", [new[] { new string('u', 26), new string('v', 26) }]);
        Assert.Equal(2, shell.Errors.Count);
    }

    [Fact]
    public void A_server_without_settings_of_the_environment_says_null()
    {
        using var server = new ScriptedServer(request => new ScriptedServer.Answer(
            request.Target.EndsWith("/users/me", StringComparison.Ordinal) ? $$"""{"id":"{{new string('m', 26)}}","username":"admin","roles":"system_admin"}"""
            : request.Target.EndsWith("/config/environment", StringComparison.Ordinal) ? "null"
            : """{"TeamSettings":{"SiteName":"Chat"}}""",
            Headers: Version));
        using var shell = Connect(server);
        var setting = shell.Run<ChatServerConfig>("Get-ChatServerConfig").Single();
        Assert.Equal(("TeamSettings.SiteName", "Chat", false), (setting.Path, setting.Value, setting.IsFromEnvironment));
        Assert.Empty(shell.Run<ChatServerConfig>("Get-ChatServerConfig -FromEnvironment"));
    }

    private static ScriptedServer Start(ScriptedServer.Answer answer) => new(request => request.Target.EndsWith("/users/me", StringComparison.Ordinal)
        ? new ScriptedServer.Answer($$"""{"id":"{{new string('m', 26)}}","username":"admin","roles":"system_admin"}""", Headers: Version)
        : answer);

    private static Shell Connect(ScriptedServer server)
    {
        var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect(Guid.NewGuid().ToString("N")));
        return shell;
    }
}
