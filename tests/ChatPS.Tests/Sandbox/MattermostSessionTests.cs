using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox;

/// <summary>Login, second factor, logout, cookies, tokens.</summary>
public sealed class MattermostSessionTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private SandboxService Service => fixture.Service;

    private async Task<Answer> LogIn(string name, string password, string? code = null)
    {
        using var client = new SandboxClient(Service);
        return await client.Post("users/login", new JsonObject { ["login_id"] = name, ["password"] = password, ["token"] = code ?? "" });
    }

    [Fact]
    public async Task A_login_gives_a_token_that_a_logout_revokes()
    {
        var login = await LogIn(Service.Member.Email, Service.Member.Password);
        Assert.Equal((200, Service.Member.UserName), (login.Status, (string)login["username"]!));
        var token = login.Header("Token")!;
        Assert.Matches("^[a-z0-9]{26}$", token);
        Assert.Null(login.Header("Set-Cookie"));

        using var client = new SandboxClient(Service, token);
        Assert.Equal(Service.Member.UserId, (string)(await client.Get("users/me"))["id"]!);
        Assert.Equal("""{"status":"OK"}""", (await client.Post("users/logout")).Text);
        var refused = await client.Get("users/me");
        Assert.Equal((401, "api.context.session_expired.app_error"), (refused.Status, refused.ErrorId));
    }

    [Theory]
    [InlineData("sysadmin", "wrong", 401, "api.user.login.invalid_credentials_email_username")]
    [InlineData("nobody.at.all", "wrong", 401, "api.user.login.invalid_credentials_email_username")]
    [InlineData("sysadmin", "", 400, "api.user.login.blank_pwd.app_error")]
    [InlineData("deploybot", "wrong", 401, "api.user.login.bot_login_forbidden.app_error")]
    public async Task Wrong_credentials_are_refused(string name, string password, int status, string id)
    {
        var refused = await LogIn(name, password);
        Assert.Equal((status, id), (refused.Status, refused.ErrorId));
        Assert.Null(refused.Header("Token"));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for()
    {
        var account = Service.Accounts.Single(account => account.Role == "mfa");
        Assert.Equal("mfa.validate_token.authenticate.app_error", (await LogIn(account.UserName, account.Password)).ErrorId);
        var wrong = await LogIn(account.UserName, account.Password, "x" + account.MfaToken);
        Assert.Equal((401, "api.user.check_user_mfa.bad_code.app_error"), (wrong.Status, wrong.ErrorId));
        Assert.Equal(200, (await LogIn(account.UserName, account.Password, account.MfaToken)).Status);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_an_account_and_a_new_password_opens_it()
    {
        var id = await fixture.NewUser();
        var name = (string)(await fixture.Admin.Get($"users/{id}"))["username"]!;
        for (var i = 0; i < 10; i++)
            Assert.Equal("api.user.login.invalid_credentials_email_username", (await LogIn(name, "wrong")).ErrorId);
        Assert.Equal("api.user.check_user_login_attempts.too_many.app_error", (await LogIn(name, "Secret-" + name)).ErrorId);
        Assert.Equal(200, (await fixture.Admin.Put($"users/{id}/password", new JsonObject { ["new_password"] = "brand-new" })).Status);
        Assert.Equal(200, (await LogIn(name, "brand-new")).Status);
    }

    [Fact]
    public async Task A_deactivated_user_cannot_log_in_and_loses_the_session()
    {
        var id = await fixture.NewUser();
        var name = (string)(await fixture.Admin.Get($"users/{id}"))["username"]!;
        using var client = new SandboxClient(Service, (await LogIn(name, "Secret-" + name)).Header("Token"));
        Assert.Equal(200, (await fixture.Admin.Delete($"users/{id}")).Status);
        Assert.Equal(401, (await client.Get("users/me")).Status);
        Assert.Equal("api.user.login.inactive.app_error", (await LogIn(name, "Secret-" + name)).ErrorId);
        Assert.True((long)(await fixture.Admin.Get($"users/{id}"))["delete_at"]! > 0);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("BEARER")]
    [InlineData("bearer")]
    [InlineData("token")]
    public async Task The_scheme_may_have_any_case(string scheme)
    {
        using var client = new SandboxClient(Service);
        Assert.Equal(200, (await client.Get("users/me", ("Authorization", $"{scheme} {Service.Admin.Token}"))).Status);
    }

    [Fact]
    public async Task A_token_in_the_query_is_refused()
    {
        using var client = new SandboxClient(Service);
        var refused = await client.Get("users/me?access_token=" + Service.Admin.Token);
        Assert.Equal((401, "api.context.token_provided.app_error"), (refused.Status, refused.ErrorId));
    }

    [Fact]
    public async Task Cookies_come_for_browsers_win_over_the_header_and_need_the_csrf_token()
    {
        using var client = new SandboxClient(Service);
        var body = new JsonObject { ["login_id"] = Service.Member.UserName, ["password"] = Service.Member.Password };
        var login = await client.Send(HttpMethod.Post, "users/login", body, ("X-Requested-With", "XMLHttpRequest"));
        var cookies = login.Message.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToList();
        Assert.Equal(["MMAUTHTOKEN", "MMUSERID", "MMCSRF"], cookies.Select(cookie => cookie.Split('=')[0]));
        var (session, csrf) = (string.Join("; ", cookies), cookies[2].Split('=')[1]);

        var me = await client.Get("users/me", ("Cookie", session), ("Authorization", $"Bearer {Service.Admin.Token}"));
        Assert.Equal(Service.Member.UserId, (string)me["id"]!);
        var patch = new JsonObject { ["nickname"] = "Cookie" };
        Assert.Equal(401, (await client.Send(HttpMethod.Put, "users/me/patch", patch, ("Cookie", session))).Status);
        Assert.Equal(200, (await client.Send(HttpMethod.Put, "users/me/patch", patch, ("Cookie", session), ("X-CSRF-Token", csrf))).Status);
        Assert.Equal(200, (await client.Send(HttpMethod.Put, "users/me/patch", patch, ("Cookie", session), ("X-Requested-With", "XMLHttpRequest"))).Status);
    }

    [Fact]
    public async Task Sessions_end_after_thirty_days()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, TimeProvider = clock });
        var service = server["Mattermost"];
        using var open = new SandboxClient(service);
        var login = await open.Post("users/login", new JsonObject { ["login_id"] = service.Member.UserName, ["password"] = service.Member.Password });
        using var client = new SandboxClient(service, login.Header("Token"));
        clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(200, (await client.Get("users/me")).Status);
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(401, (await client.Get("users/me")).Status);
        using var personal = new SandboxClient(service, service.Member.Token);
        Assert.Equal(200, (await personal.Get("users/me")).Status);
    }

    [Fact]
    public async Task Personal_access_tokens_show_their_secret_once_and_can_be_revoked()
    {
        var made = await fixture.Admin.Post("users/me/tokens", new JsonObject { ["description"] = "for a test" });
        var (id, secret) = ((string)made["id"]!, (string)made["token"]!);
        using var client = new SandboxClient(Service, secret);
        Assert.Equal(Service.Admin.UserId, (string)(await client.Get("users/me"))["id"]!);

        var listed = await fixture.Admin.Get("users/me/tokens");
        Assert.DoesNotContain(secret, listed.Text, StringComparison.Ordinal);
        Assert.Contains(listed.Items, token => (string)token["id"]! == id && (bool)token["is_active"]!);

        await fixture.Admin.Post("users/tokens/disable", new JsonObject { ["token_id"] = id });
        Assert.Equal(401, (await client.Get("users/me")).Status);
        await fixture.Admin.Post("users/tokens/enable", new JsonObject { ["token_id"] = id });
        Assert.Equal(200, (await client.Get("users/me")).Status);
        await fixture.Admin.Post("users/tokens/revoke", new JsonObject { ["token_id"] = id });
        Assert.Equal(401, (await client.Get("users/me")).Status);
        Assert.Equal("app.user_access_token.get_by_user.app_error", (await fixture.Admin.Get($"users/tokens/{id}")).ErrorId);
        Assert.Equal(403, (await fixture.Member.Post("users/me/tokens", new JsonObject { ["description"] = "x" })).Status);
    }

    [Fact]
    public async Task Sessions_are_listed_and_revoked()
    {
        var token = (await LogIn(Service.Member.UserName, Service.Member.Password)).Header("Token");
        using var client = new SandboxClient(Service, token);
        var sessions = (await client.Get("users/me/sessions")).Items;
        Assert.All(sessions, session => Assert.Equal("", (string)session["token"]!));
        Assert.Equal(200, (await client.Post("users/me/sessions/revoke", new JsonObject { ["session_id"] = (string)sessions[0]["id"]! })).Status);
        Assert.Equal(401, (await client.Get("users/me")).Status);
    }
}
