using System.IO.Compression;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class TeamTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Pictures_are_set_saved_and_taken_away()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var picture = new TestPicture();
        var team = shell.Run<ChatTeam>("New-ChatTeam picture-team").Single();
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            sandbox.Server.ClearRequests();
            var changed = shell.Run<ChatTeam>("$args[0] | Set-ChatTeam -Avatar $args[1] -PassThru", team, picture.Path).Single();
            Assert.Equal(team.Id, changed.Id);
            Assert.Equal([$"POST /api/v4/teams/{team.Id}/image", $"GET /api/v4/teams/{team.Id}"], sandbox.Wire);

            var saved = shell.RunClean("Save-ChatAvatar -Team picture-team -Destination $args[0] -PassThru", folder).Single();
            Assert.Equal("picture-team.png", ((FileInfo)saved.BaseObject).Name);
            sandbox.AssertKept(picture, File.ReadAllBytes(Path.Combine(folder, "picture-team.png")));
            Assert.NotNull(shell.RunClean("Get-ChatTeam picture-team").Single().Properties["LastTeamIconUpdate"]?.Value);
            sandbox.Server.ClearRequests();

            shell.RunClean("$args[0] | Set-ChatTeam -Avatar $null", team);
            Assert.Contains($"DELETE /api/v4/teams/{team.Id}/image", sandbox.Wire);
            // The server keeps the file; that there is no picture any more the team says.
            Assert.Null(shell.RunClean("Get-ChatTeam picture-team").Single().Properties["LastTeamIconUpdate"]?.Value);
            var error = shell.Fail("New-ChatTeam bare-team | Save-ChatAvatar -Destination $args[0]", folder);
            Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_link_to_join_is_renewed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.RunClean("New-ChatTeam link-team").Single();
        var before = (string)team.Properties["InviteId"].Value;
        sandbox.Server.ClearRequests();
        var after = (string)shell.RunClean("$args[0] | Set-ChatTeam -RenewInvite -PassThru", team).Single().Properties["InviteId"].Value;
        Assert.NotEqual(before, after);
        Assert.Equal([$"POST /api/v4/teams/{((ChatTeam)team.BaseObject).Id}/regenerate_invite_id"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Set-ChatTeam -RenewInvite -WhatIf", team);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void What_another_product_exported_comes_in()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = New-ChatTeam slack-team");
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".zip");
        try
        {
            using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
            {
                Add(archive, "users.json", """[{"id":"U1","name":"slack.one","profile":{"email":"slack.one@example.com","first_name":"Sam"}},{"id":"U2","name":"member","profile":{"email":"member@example.com"}}]""");
                Add(archive, "channels.json", """[{"name":"from-slack","members":["U1","U2"],"topic":{"value":"Moved"}}]""");
                Add(archive, "from-slack/2020-01-01.json", """[{"type":"message","user":"U1","text":"Hello from there","ts":"1577836800.0"}]""");
            }
            sandbox.Server.ClearRequests();
            shell.RunClean("Import-ChatTeam $args[0] slack-team -WhatIf", path);
            Assert.Empty(sandbox.Wire);

            var log = shell.Run<string>("Import-ChatTeam $args[0] slack-team", path).Single();
            Assert.Contains("slack.one", log, StringComparison.Ordinal);
            Assert.EndsWith("/import", sandbox.Wire.Last(), StringComparison.Ordinal);
            // What bots said comes from an account that the import makes for it.
            Assert.Equal(
                ["member", "slack.one", "slackimportuser", "sysadmin"],
                shell.Run<ChatTeamUser>("Get-ChatTeamUser slack-team").Select(user => user.UserName!.Split('_')[0]).Order());
            Assert.Equal("Hello from there", shell.Run<ChatMessage>("Get-ChatMessage slack-team/from-slack").Single().Text);

            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Import-ChatTeam $args[0] slack-team -From teams", path).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Import-ChatTeam no-such.zip slack-team").FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void One_who_cannot_be_taken_in_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatTeam>("New-ChatTeam batch-team").Single();
        var nobody = new string('n', 26);
        sandbox.Server.ClearRequests();
        shell.Run("'member', $args[1], 'mfa.member', 'no.such' | Add-ChatTeamUser -Team $args[0]", team, nobody);
        Assert.Equal([nobody, "no.such"], shell.Errors.Select(error => (string)error.TargetObject).Order(StringComparer.Ordinal).OrderByDescending(t => t.Length));
        Assert.Equal(["POST /api/v4/users/usernames", $"POST /api/v4/teams/{team.Id}/members/batch?graceful=true"], sandbox.Wire);
        Assert.Equal(3, shell.Run<ChatTeamUser>("Get-ChatTeamUser $args[0]", team).Count);
    }

    [Theory]
    [InlineData("Set-ChatTeam x -RenewInvite")]
    [InlineData("Import-ChatTeam x y")]
    public void Others_have_nothing_of_it(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
