using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox;

/// <summary>What administrators run: configuration, license, roles, schemes, groups, log.</summary>
public sealed class MattermostServerTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    [Theory]
    [InlineData("GET", "config")]
    [InlineData("POST", "config/reload")]
    [InlineData("GET", "audits")]
    [InlineData("GET", "logs")]
    [InlineData("GET", "roles")]
    [InlineData("GET", "schemes")]
    [InlineData("GET", "server_busy")]
    [InlineData("POST", "caches/invalidate")]
    [InlineData("DELETE", "license")]
    [InlineData("GET", "cluster/status")]
    public async Task Only_administrators_may(string method, string path)
    {
        var refused = await fixture.Member.Send(new HttpMethod(method), path, null);
        Assert.Equal((403, "api.context.permissions.app_error"), (refused.Status, refused.ErrorId));
    }

    [Theory]
    [InlineData("GET", "groups", 501, "api.ldap_groups.license_error")]
    [InlineData("GET", "ldap/groups", 501, "api.ldap_groups.license_error")]
    [InlineData("POST", "ldap/sync", 501, "api.ldap_groups.license_error")]
    [InlineData("GET", "users/me/groups", 501, "api.ldap_groups.license_error")]
    [InlineData("POST", "schemes", 501, "api.scheme.create_scheme.license.error")]
    [InlineData("GET", "system/support_packet", 403, "api.no_license")]
    public async Task A_team_edition_has_no_license_for_it(string method, string path, int status, string id)
    {
        var refused = await fixture.Admin.Send(new HttpMethod(method), path, method == "POST" ? new JsonObject() : null);
        Assert.Equal((status, id), (refused.Status, refused.ErrorId));
    }

    [Fact]
    public async Task Secrets_are_stars_and_stars_leave_them_as_they_are()
    {
        var patched = await fixture.Admin.Put("config/patch", JsonNode.Parse("""{"EmailSettings":{"SMTPPassword":"hidden","SMTPServer":"mail.example.com"}}"""));
        Assert.Equal(200, patched.Status);
        var config = await fixture.Admin.Get("config");
        Assert.Equal(("********************************", "mail.example.com"), ((string)config["EmailSettings"]!["SMTPPassword"]!, (string)config["EmailSettings"]!["SMTPServer"]!));
        Assert.Equal(200, (await fixture.Admin.Put("config", config.Json)).Status);
        Assert.Equal(config.Json.ToJsonString(), (await fixture.Admin.Get("config")).Json.ToJsonString());
    }

    [Theory]
    [InlineData("""{"ServiceSettings":{"SiteURL":""}}""", 400, "api.config.update_config.clear_siteurl.app_error")]
    [InlineData("""{"PluginSettings":{"EnableUploads":false}}""", 403, "api.config.update_config.not_allowed_security.app_error")]
    [InlineData("""{"PasswordSettings":{"MinimumLength":3}}""", 400, "model.config.is_valid.password_length.app_error")]
    [InlineData("""{"PasswordSettings":{"MinimumLength":"twelve"}}""", 400, "api.context.invalid_body_param.app_error")]
    public async Task Settings_that_are_refused(string patch, int status, string id)
    {
        var before = (await fixture.Admin.Get("config")).Text;
        var refused = await fixture.Admin.Put("config/patch", JsonNode.Parse(patch));
        Assert.Equal((status, id), (refused.Status, refused.ErrorId));
        Assert.Equal(before, (await fixture.Admin.Get("config")).Text);
    }

    [Fact]
    public async Task The_old_format_is_the_only_one()
    {
        Assert.Equal((501, "api.license.client.old_format.app_error"), await StatusAndId("license/client"));
        Assert.Equal((400, "api.context.invalid_body_param.app_error"), await StatusAndId("config/client?format=new"));
        Assert.Equal("false", (string)(await fixture.Member.Get("license/client?format=old"))["IsLicensed"]!);
    }

    [Fact]
    public async Task The_logs_pages_count_from_its_end()
    {
        for (var i = 0; i < 3; i++)
            await fixture.Admin.Post("logs", new JsonObject { ["level"] = "ERROR", ["message"] = $"note {i}" });
        var last = (string)Assert.Single((await fixture.Admin.Get("logs?logs_per_page=1")).Items)!;
        Assert.EndsWith("note 2\"}", last, StringComparison.Ordinal);
        // The break between two lines is told with the second.
        Assert.StartsWith("\n{", last, StringComparison.Ordinal);
        Assert.EndsWith("note 1\"}", (string)Assert.Single((await fixture.Admin.Get("logs?logs_per_page=1&page=1")).Items)!, StringComparison.Ordinal);
        Assert.Empty((await fixture.Admin.Get("logs?logs_per_page=100&page=9")).Items);
    }

    [Fact]
    public async Task A_login_is_noted()
    {
        var service = fixture.Service;
        using var client = new SandboxClient(service);
        await client.Post("users/login", new JsonObject { ["login_id"] = service.Member.UserName, ["password"] = service.Member.Password });
        var newest = (await fixture.Admin.Get($"users/{service.Member.UserId}/audits")).Items[0];
        Assert.Equal(("/api/v4/users/login", service.Member.UserId), ((string)newest["action"]!, (string)newest["user_id"]!));
    }

    private async Task<(int, string?)> StatusAndId(string path)
    {
        var answer = await fixture.Admin.Get(path);
        return (answer.Status, answer.ErrorId);
    }
}
