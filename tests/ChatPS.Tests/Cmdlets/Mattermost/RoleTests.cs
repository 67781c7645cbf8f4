using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RoleTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private string LastBody => sandbox.Server.Requests[^1].Body;

    [Fact]
    public void GetAllRoles()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var all = shell.Run<ChatRole>("Get-ChatRole");
        // A server that does not list them is asked for the built-in ones.
        Assert.Equal("GET /api/v4/roles", sandbox.Wire.First());
        var admin = all.Single(r => r.Name == "team_admin");
        Assert.True(admin is { IsBuiltIn: true, IsSchemeManaged: true });
        Assert.Contains("manage_team", admin.Permissions);
        Assert.Equal(all.Where(r => r.Name.StartsWith("team_", StringComparison.Ordinal)).Select(r => r.Id), shell.Run<ChatRole>("Get-ChatRole team_*").Select(r => r.Id));
        Assert.Equal(all.Where(r => r.Permissions.Contains("create_team")).Select(r => r.Id), shell.Run<ChatRole>("Get-ChatRole -Permission create_team").Select(r => r.Id));
    }

    [Fact]
    public void GetRole_GetRoleByName_and_GetRolesByNames()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var role = shell.Run<ChatRole>("$it = Get-ChatRole system_user; $it").Single();
        Assert.Equal(["GET /api/v4/roles/name/system_user"], sandbox.Wire);
        Assert.Equal(role.Id, shell.Run<ChatRole>("$it | Get-ChatRole").Single().Id);
        Assert.Equal($"GET /api/v4/roles/{role.Id}", sandbox.Wire.Last());
        sandbox.Server.ClearRequests();
        Assert.Equal(["team_user", "channel_user", "team_admin"], shell.Run<ChatRole>("'team_user', 'channel_user', 'team_admin' | Get-ChatRole").Select(r => r.Name));
        Assert.Equal(["POST /api/v4/roles/names"], sandbox.Wire);
        Assert.Equal("""["team_user","channel_user","team_admin"]""", LastBody);
        Assert.Equal("team_user", Assert.Single(shell.Run("'team_user', 'no_such_role' | Get-ChatRole")).ToString());
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_lists_no_roles_is_asked_for_the_built_in_ones()
    {
        sandbox.Mattermost.Faults.Unknown = (_, path) => path == "/api/v4/roles";
        try
        {
            using var shell = sandbox.Connect(sandbox.Mattermost);
            var all = shell.Run<ChatRole>("Get-ChatRole");
            Assert.Equal(["GET /api/v4/roles", "POST /api/v4/roles/names"], sandbox.Wire);
            Assert.Equal(17, all.Count);
            Assert.All(all, role => Assert.True(role.IsBuiltIn));
            // It is found out once.
            sandbox.Server.ClearRequests();
            Assert.Equal(["team_admin", "team_guest"], shell.Run<ChatRole>("Get-ChatRole team_*").Select(r => r.Name).Order().Take(2));
            Assert.Equal(["POST /api/v4/roles/names"], sandbox.Wire);
            Assert.Single(shell.Run<ChatRole>("Get-ChatRole -Skip 2 -First 1"));
        }
        finally
        {
            sandbox.Mattermost.Faults.Unknown = null;
        }
    }

    [SandboxFact("needs a license")]
    public void PatchRole()
    {
        using var shell = sandbox.ConnectLicensed();
        var changed = shell.Run<ChatRole>("Set-ChatRole team_user -AddPermission manage_team, create_post_public -RemovePermission view_team -PassThru").Single();
        Assert.Equal(["GET /api/v4/roles/name/team_user", $"PUT /api/v4/roles/{changed.Id}/patch"], sandbox.Wire);
        var sent = ((JsonArray)JsonNode.Parse(LastBody)!["permissions"]!).Select(p => (string)p!).ToList();
        Assert.Contains("manage_team", sent);
        Assert.DoesNotContain("view_team", sent);
        Assert.Equal(sent, changed.Permissions);
        // What is so already is not sent.
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatRole team_user -AddPermission manage_team");
        Assert.Single(sandbox.Wire);

        Assert.Equal(["join_public_channels", "list_team_channels", "read_public_channel", "view_team"], shell.Run<ChatRole>("Set-ChatRole team_user -Reset -PassThru").Single().Permissions.Order());
        Assert.Equal(["view_team"], shell.Run<ChatRole>("Get-ChatRole team_user | Set-ChatRole -Permission view_team -PassThru").Single().Permissions);
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatRole team_user -AddPermission x -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatRole team_user").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [SandboxFact("needs a license")]
    public void A_reset_takes_nothing_from_administrators()
    {
        using var shell = sandbox.ConnectLicensed();
        var before = shell.Run<ChatRole>("Set-ChatRole system_admin -AddPermission brand_new_permission -PassThru").Single().Permissions;
        Assert.Equal(before.Order(), shell.Run<ChatRole>("Set-ChatRole system_admin -Reset -PassThru").Single().Permissions.Order());
    }

    [Fact]
    public void Without_a_license_most_permissions_stay()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Remove-ChatLicense -Force");
        var error = shell.Fail("Set-ChatRole channel_user -AddPermission manage_team");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("api.roles.patch_roles.license.error", error.ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Set-ChatRole system_user -RemovePermission create_team");
    }
}
