namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class PreferenceTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    private string Id => sandbox.Mattermost.Admin.UserId;

    [Fact]
    public void GetPreferences_by_category_and_by_name()
    {
        using var shell = Connect();
        var all = shell.Run<ChatPreference>("Get-ChatPreference");
        Assert.Equal([$"GET /api/v4/users/{Id}/preferences"], sandbox.Wire);
        Assert.All(all, preference => Assert.Equal(Id, preference.UserId));
        shell.RunClean("Get-ChatPreference display_settings");
        Assert.Equal($"GET /api/v4/users/{Id}/preferences/display_settings", sandbox.Wire.Last());
        Assert.Equal("username", shell.Run<ChatPreference>("Get-ChatPreference display_settings name_format").Single().Value);
        Assert.Equal($"GET /api/v4/users/{Id}/preferences/display_settings/name/name_format", sandbox.Wire.Last());
        Assert.Equal("name_format", shell.Run<ChatPreference>("Get-ChatPreference display_settings name_*").Single().Name);
        Assert.Equal("name_format", shell.Run<ChatPreference>("Get-ChatPreference display_*").Single().Name);
        Assert.Equal(sandbox.Mattermost.Member.UserId, shell.Run<ChatPreference>("Get-ChatUser member | Get-ChatPreference display_settings").Single().UserId);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatPreference display_settings none").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("api.preference.preferences_category.get.app_error", shell.Fail("Get-ChatPreference none").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdatePreferences_and_DeletePreferences_together()
    {
        using var shell = Connect();
        shell.RunClean("Set-ChatPreference display_settings use_military_time true -WhatIf; Remove-ChatPreference display_settings use_military_time -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        var set = shell.Run<ChatPreference>("Set-ChatPreference display_settings use_military_time true -User member -PassThru").Single();
        var member = sandbox.Mattermost.Member.UserId;
        Assert.Equal(["GET /api/v4/users/username/member", $"PUT /api/v4/users/{member}/preferences"], sandbox.Wire);
        Assert.Equal($$"""[{"user_id":"{{member}}","category":"display_settings","name":"use_military_time","value":"true"}]""", sandbox.Server.Requests[^1].Body);
        Assert.Equal((member, "true"), (set.UserId, set.Value));

        sandbox.Server.ClearRequests();
        shell.RunClean("""
            [pscustomobject]@{ Category = 'sidebar_settings'; Name = 'a'; Value = '1' },
            [pscustomobject]@{ Category = 'sidebar_settings'; Name = 'b'; Value = '2' } | Set-ChatPreference
            """);
        Assert.Equal([$"PUT /api/v4/users/{Id}/preferences"], sandbox.Wire);
        Assert.Equal(["1", "2"], shell.Run<ChatPreference>("Get-ChatPreference sidebar_settings").Select(preference => preference.Value));
        sandbox.Server.ClearRequests();
        shell.RunClean("Get-ChatPreference sidebar_settings | Remove-ChatPreference -Force");
        Assert.Equal([$"GET /api/v4/users/{Id}/preferences/sidebar_settings", $"POST /api/v4/users/{Id}/preferences/delete"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatPreference sidebar_settings").FullyQualifiedErrorId, StringComparison.Ordinal);

        // From one person to another.
        shell.RunClean("Get-ChatPreference display_settings -User member | Set-ChatPreference");
        Assert.Contains("model.preference.is_valid.theme.app_error", shell.Fail("Set-ChatPreference theme '' 'no json'").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_peoples_are_forbidden_and_others_have_none()
    {
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatPreference -User sysadmin").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatPreference").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Set-ChatPreference a b c").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
