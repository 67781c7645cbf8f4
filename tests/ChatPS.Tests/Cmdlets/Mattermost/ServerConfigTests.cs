using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerConfigTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Stars = "********************************";

    private JsonObject LastBody => (JsonObject)JsonNode.Parse(sandbox.Server.Requests[^1].Body)!;

    [Fact]
    public void GetConfig()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var name = shell.Run<ChatServerConfig>("Get-ChatServerConfig teamsettings.sitename").Single();
        Assert.Equal(["GET /api/v4/config", "GET /api/v4/config/environment"], sandbox.Wire);
        Assert.Equal(("TeamSettings.SiteName", "TeamSettings", "SiteName"), (name.Path, name.Section, name.Name));
        Assert.IsType<string>(name.Value);
        Assert.False(name.IsSecret);
        var section = shell.Run<ChatServerConfig>("Get-ChatServerConfig PasswordSettings");
        Assert.All(section, s => Assert.Equal("PasswordSettings", s.Section));
        Assert.Contains(section, s => s is { Name: "MinimumLength", Value: long });
        Assert.Contains(section, s => s is { Name: "Lowercase", Value: bool });
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatServerConfig>("Get-ChatServerConfig");
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.True(all.Count > 400);
        Assert.Equal(all.Where(s => s.Path.EndsWith("SiteURL", StringComparison.Ordinal)).Select(s => s.Path), shell.Run<ChatServerConfig>("Get-ChatServerConfig *SiteURL").Select(s => s.Path));
        Assert.Equal(2, shell.Run<ChatServerConfig>("Get-ChatServerConfig LdapSettings -First 2").Count);
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatServerConfig>("'TeamSettings.SiteName', 'ServiceSettings.SiteURL' | Get-ChatServerConfig").Count);
        Assert.Equal(2, sandbox.Wire.Count());
        var error = shell.Fail("Get-ChatServerConfig TeamSettings.NoSuch");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs settings in the server's environment")]
    public void GetEnvironmentConfig()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var set = shell.Run<ChatServerConfig>("Get-ChatServerConfig -FromEnvironment");
        Assert.Equal(["ServiceSettings.ListenAddress", "SqlSettings.DataSource"], set.Select(s => s.Path));
        var error = shell.Fail("Set-ChatServerConfig ServiceSettings.ListenAddress :9000");
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("environment", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_never_get_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServerConfig EmailSettings.SMTPPassword $args[0]; Set-ChatServerConfig -Patch @{ PluginSettings = @{ Plugins = @{ 'com.example.plugin' = @{ ApiKey = 'plugin-secret-77'; Color = 'red' } } } }",
            SandboxFixture.Protect("smtp-secret-77"));
        Assert.Equal("smtp-secret-77", (string)JsonNode.Parse(sandbox.Server.Requests[1].Body)!["EmailSettings"]!["SMTPPassword"]!);
        var all = shell.Run<ChatServerConfig>("Get-ChatServerConfig -Verbose");
        Assert.DoesNotContain(all, s => (s.Value as string)?.Contains("secret-77", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("secret-77", shell.Spoken, StringComparison.Ordinal);
        Assert.Equal((Stars, true), all.Where(s => s.Path == "EmailSettings.SMTPPassword").Select(s => ((string)s.Value!, s.IsSecret)).Single());
        Assert.Equal(Stars, all.Single(s => s.Path == "PluginSettings.Plugins.com.example.plugin.ApiKey").Value);
        Assert.Equal("red", all.Single(s => s.Path == "PluginSettings.Plugins.com.example.plugin.Color").Value);
        Assert.DoesNotContain(all, s => s.IsSecret && s.Value is not Stars);
        // What stands for a secret is none.
        var error = shell.Fail("Get-ChatServerConfig EmailSettings.SMTPPassword | Set-ChatServerConfig");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void PatchConfig_of_single_settings()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var changed = shell.Run<ChatServerConfig>("Set-ChatServerConfig teamsettings.sitename 'Our chat' -PassThru").Single();
        Assert.Equal(["GET /api/v4/config", "PUT /api/v4/config/patch"], sandbox.Wire);
        Assert.Equal("""{"TeamSettings":{"SiteName":"Our chat"}}""", LastBody.ToJsonString());
        Assert.Equal(("TeamSettings.SiteName", "Our chat"), (changed.Path, changed.Value));
        Assert.Equal("Our chat", shell.RunClean("(Get-ChatServer).SiteName").Single().ToString());

        // Rows of a table go in one request, and their text becomes what the settings are.
        sandbox.Server.ClearRequests();
        shell.RunClean("""
            [pscustomobject]@{ Path = 'PasswordSettings.MinimumLength'; Value = '12' }, [pscustomobject]@{ Path = 'PasswordSettings.Symbol'; Value = 'false' } | Set-ChatServerConfig
            """);
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.Equal("""{"PasswordSettings":{"MinimumLength":12,"Symbol":false}}""", LastBody.ToJsonString());
        Assert.Equal("12 False", shell.RunClean("\"$((Get-ChatServerConfig PasswordSettings.MinimumLength).Value) $((Get-ChatServerConfig PasswordSettings.Symbol).Value)\"").Single().ToString());
    }

    [Fact]
    public void One_setting_that_is_refused_leaves_the_others_alone()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Run("""
            [pscustomobject]@{ Path = 'TeamSettings.MaxUsersPerTeam'; Value = 0 }, [pscustomobject]@{ Path = 'TeamSettings.SiteNam'; Value = 'x' },
            [pscustomobject]@{ Path = 'TeamSettings.MaxChannelsPerTeam'; Value = 4321 }, [pscustomobject]@{ Path = 'TeamSettings.EnableOpenServer'; Value = 'perhaps' } | Set-ChatServerConfig
            """);
        Assert.Equal(["InvalidRequest", "InvalidRequest", "NotFound"], shell.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]["ChatPS.".Length..]).Order());
        Assert.Contains(shell.Errors, e => e.ErrorDetails.Message.Contains("model.config.is_valid.max_users.app_error", StringComparison.Ordinal));
        Assert.Contains(shell.Errors, e => e.ErrorDetails.RecommendedAction.Contains("TeamSettings.SiteName", StringComparison.Ordinal));
        Assert.Equal(4321L, shell.Run<ChatServerConfig>("Get-ChatServerConfig TeamSettings.MaxChannelsPerTeam").Single().Value);
    }

    [Fact]
    public void PatchConfig_of_settings_that_belong_together()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var changed = shell.Run<ChatServerConfig>("Set-ChatServerConfig -Patch @{ SupportSettings = @{ HelpLink = 'https://help.example.com'; AboutLink = 'https://about.example.com' } } -PassThru");
        Assert.Equal(["https://about.example.com", "https://help.example.com"], changed.Select(s => (string)s.Value!).Order());
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"SupportSettings":{"SupportEmail":"help@example.com"},"EmailSettings":{"SMTPPassword":"********************************"}}""");
            shell.RunClean("Set-ChatServerConfig -File $args[0]", file);
            Assert.Equal("""{"SupportSettings":{"SupportEmail":"help@example.com"}}""", LastBody.ToJsonString());
        }
        finally
        {
            File.Delete(file);
        }
        var error = shell.Fail("Set-ChatServerConfig -Patch @{ PasswordSettings = @{ MinimumLength = 2; Number = $true } }");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("password_length", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateConfig_takes_settings_back_to_their_defaults()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServerConfig -Patch @{ LocalizationSettings = @{ DefaultClientLocale = 'de'; DefaultServerLocale = 'de' }; TeamSettings = @{ MaxChannelsPerTeam = 17 } }; Set-ChatServerConfig EmailSettings.SMTPPassword $args[0]",
            SandboxFixture.Protect("kept-secret-77"));
        sandbox.Server.ClearRequests();
        var reset = shell.Run<ChatServerConfig>("'LocalizationSettings', 'teamsettings.maxchannelsperteam' | Reset-ChatServerConfig -Force -PassThru");
        Assert.Equal(["GET /api/v4/config", "PUT /api/v4/config"], sandbox.Wire);
        Assert.False(LastBody.ContainsKey("LocalizationSettings"));
        Assert.False(((JsonObject)LastBody["TeamSettings"]!).ContainsKey("MaxChannelsPerTeam"));
        Assert.Equal(("en", 2000L), ((string)reset.Single(s => s.Name == "DefaultClientLocale").Value!, (long)reset[^1].Value!));
        Assert.True(shell.Run<ChatServerConfig>("Get-ChatServerConfig EmailSettings.SMTPPassword").Single().IsSecret);
        sandbox.Server.ClearRequests();
        shell.RunClean("Reset-ChatServerConfig TeamSettings -WhatIf; Set-ChatServerConfig TeamSettings.SiteName x -WhatIf; Set-ChatServerConfig -Patch @{ TeamSettings = @{ SiteName = 'x' } } -WhatIf; Update-ChatServerConfig -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void ReloadConfig()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Update-ChatServerConfig");
        Assert.Equal(["POST /api/v4/config/reload"], sandbox.Wire);
    }

    [Fact]
    public void Configurations_are_compared()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$before = Get-ChatServerConfig; Set-ChatServerConfig SupportSettings.PrivacyPolicyLink https://privacy.example.com");
        var difference = shell.Run<ChatServerConfigDifference>("Compare-ChatServerConfig $before").Single();
        Assert.Equal(("SupportSettings.PrivacyPolicyLink", "Changed", "https://mattermost.com/privacy-policy/", "https://privacy.example.com"), (difference.Path, difference.Kind, difference.ReferenceValue, difference.DifferenceValue));
        shell.RunClean("Compare-ChatServerConfig $before | Set-ChatServerConfig");
        Assert.Empty(shell.RunClean("Compare-ChatServerConfig $before"));
        sandbox.Server.ClearRequests();
        var kinds = shell.Run<ChatServerConfigDifference>("Compare-ChatServerConfig @{ A = @{ x = 1; y = 2 } } @{ A = @{ y = 3; z = 4 } }").ToDictionary(d => d.Path, d => d.Kind);
        Assert.Equal(("OnlyInReference", "Changed", "OnlyInDifference"), (kinds["A.x"], kinds["A.y"], kinds["A.z"]));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Only_administrators_and_only_Mattermost()
    {
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatServerConfig").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var shell = sandbox.Connect(sandbox.Heroku);
        foreach (var script in new[] { "Get-ChatServerConfig", "Set-ChatServerConfig A.b c", "Reset-ChatServerConfig A -Force", "Update-ChatServerConfig", "Compare-ChatServerConfig @{ A = 1 }", "Get-ChatRole", "Get-ChatScheme", "Get-ChatGroup", "Get-ChatAudit", "Get-ChatLicense", "Get-ChatServer", "Get-ChatLdapGroup" })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
