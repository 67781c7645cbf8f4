namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class SchemeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private string LastBody => sandbox.Server.Requests[^1].Body;

    [SandboxFact("needs a license")]
    public void GetSchemes_and_GetScheme()
    {
        using var shell = sandbox.ConnectLicensed();
        var all = shell.Run<ChatScheme>("Get-ChatScheme");
        Assert.Equal("GET /api/v4/schemes?per_page=200&page=0", sandbox.Wire.First());
        Assert.Contains(all, s => s is { Name: "contractors", Scope: "team" });
        Assert.All(shell.Run<ChatScheme>("Get-ChatScheme -Scope Room"), s => Assert.Equal("channel", s.Scope));
        Assert.StartsWith("GET /api/v4/schemes?scope=channel&", sandbox.Wire.First(w => w.Contains("scope", StringComparison.Ordinal)), StringComparison.Ordinal);
        var one = shell.Run<ChatScheme>("$it = Get-ChatScheme contractors; $it").Single();
        Assert.Equal(6, one.Roles.Count);
        Assert.Equal(one.Id, shell.Run<ChatScheme>("$it | Get-ChatScheme").Single().Id);
        Assert.Equal($"GET /api/v4/schemes/{one.Id}", sandbox.Wire.Last());
        // The roles of a scheme go by names that look like ids.
        Assert.Equal(one.TeamUserRole, shell.Run<ChatRole>("Get-ChatRole $it.TeamUserRole").Single().Name);
        Assert.Equal(one.Roles, shell.Run<ChatRole>("$it.Roles | Get-ChatRole").Select(r => r.Name));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatScheme none_such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void CreateScheme_PatchScheme_and_DeleteScheme()
    {
        using var shell = sandbox.ConnectLicensed();
        var scheme = shell.Run<ChatScheme>("$it = New-ChatScheme partners Team -Description 'For partners'; $it").Single();
        Assert.Equal(["POST /api/v4/schemes"], sandbox.Wire);
        Assert.Equal("""{"name":"partners","display_name":"partners","description":"For partners","scope":"team"}""", LastBody);
        Assert.Equal("Partners", shell.Run<ChatScheme>("$it | Set-ChatScheme -DisplayName Partners -PassThru").Single().DisplayName);
        Assert.Equal(($"PUT /api/v4/schemes/{scheme.Id}/patch", """{"display_name":"Partners"}"""), (sandbox.Wire.Last(), LastBody));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatScheme 'No Name' Team").FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("New-ChatScheme x_y Room -WhatIf; $it | Set-ChatScheme -Name x_y -WhatIf; $it | Remove-ChatScheme -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Remove-ChatScheme partners -Force");
        Assert.Equal($"DELETE /api/v4/schemes/{scheme.Id}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("$it | Get-ChatScheme").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Teams_and_rooms_have_schemes()
    {
        using var shell = sandbox.ConnectLicensed();
        shell.RunClean("$team = (Get-ChatTeam -First 1); $room = (Get-ChatRoom -Team $team -First 1)");
        sandbox.Server.ClearRequests();
        var team = shell.Run<ChatTeam>("$team | Set-ChatTeam -Scheme contractors -PassThru").Single();
        Assert.Contains($"PUT /api/v4/teams/{team.Id}/scheme", sandbox.Wire);
        Assert.Equal([team.Id], shell.Run<ChatTeam>("Get-ChatTeam -Scheme contractors").Select(t => t.Id));
        Assert.Contains("/teams?", sandbox.Wire.First(w => w.Contains("/schemes/", StringComparison.Ordinal) && w.Contains("/teams", StringComparison.Ordinal)), StringComparison.Ordinal);
        shell.RunClean("$team | Set-ChatTeam -Scheme ''");
        Assert.Equal("""{"scheme_id":""}""", sandbox.Server.Requests.Last(r => r.Method == "PUT").Body);
        Assert.Empty(shell.Run<ChatTeam>("Get-ChatScheme contractors | ForEach-Object { Get-ChatTeam -Scheme $_ }"));

        var room = shell.Run<ChatRoom>("$room | Set-ChatRoom -Scheme announcements -PassThru").Single();
        Assert.Contains($"PUT /api/v4/channels/{room.Id}/scheme", sandbox.Wire);
        Assert.Equal([room.Id], shell.Run<ChatRoom>("Get-ChatRoom -Scheme announcements").Select(r => r.Id));
        shell.RunClean("$room | Set-ChatRoom -Scheme $null");
        Assert.Empty(shell.Run<ChatRoom>("Get-ChatRoom -Scheme announcements"));
        var error = shell.Fail("$room | Set-ChatRoom -Scheme contractors");
        Assert.Contains("scheme_scope", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_license_there_are_none_to_make()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Remove-ChatLicense -Force");
        var error = shell.Fail("New-ChatScheme partners Team");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("api.scheme.create_scheme.license.error", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatRoom -Scheme x")]
    [InlineData("Set-ChatRoom x -Scheme y")]
    [InlineData("Set-ChatRoom x -GroupConstrained")]
    [InlineData("Get-ChatTeam -Scheme x")]
    public void Other_platforms_have_no_place_for_them(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
