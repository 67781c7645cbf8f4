using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class AccessTests : HerokuTest
{
    [Theory]
    [InlineData("Bearer {token}")]
    [InlineData("bearer {token}")]
    [InlineData("BEARER {token}")]
    [InlineData("Basic :{token}")]
    [InlineData("basic {email}:{token}")]
    public async Task Every_form_of_credentials_is_taken(string form)
    {
        var answer = await Anonymous(Fill(form));
        Assert.Equal(200, answer.Status);
        Assert.Equal(Service.Admin.Email, (string?)answer["email"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic {email}:{password}")]
    [InlineData("Basic stranger@example.com:{token}")]
    [InlineData("Digest {token}")]
    public async Task Anything_else_is_unauthorized(string form) => IsError(await Anonymous(Fill(form)), 401, "unauthorized");

    [Fact]
    public async Task A_token_ends_with_its_life()
    {
        var account = Service.State.Accounts.Find(Service.Member.Email)!;
        Service.State.Tokens.Add("brief", new() { Id = "1", Value = "brief", Account = account, ExpiresAt = Clock.GetUtcNow().AddMinutes(8) });
        var client = Client("brief");
        Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(200, (await client.Get("account")).Status);
        Clock.Advance(TimeSpan.FromMinutes(1));
        IsError(await client.Get("account"), 401, "unauthorized");
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_until_its_code_comes()
    {
        var account = Service.Accounts.Single(account => account.Role == "mfa");
        var client = Client(account.Token);
        IsError(await client.Get("account"), 403, "two_factor");
        IsError(await client.Get("account", ("Heroku-Two-Factor-Code", "wrong")), 403, "two_factor");
        var answer = await client.Get("account", ("Heroku-Two-Factor-Code", account.MfaToken!));
        Assert.Equal(account.Email, (string?)answer["email"]);
        Assert.True((bool)answer["two_factor_authentication"]!);
    }

    [Theory]
    [InlineData(Version3, 200)]
    [InlineData("application/vnd.heroku+json; version=3.sdk", 200)]
    [InlineData("application/vnd.heroku+json;version=3", 200)]
    [InlineData("text/html, application/vnd.heroku+json; version=3, */*", 200)]
    [InlineData("application/vnd.heroku+json; version=2", 406)]
    [InlineData("application/vnd.heroku+json; version=30", 406)]
    [InlineData("application/json", 406)]
    [InlineData(null, 406)]
    public async Task The_version_has_to_be_named(string? accept, int status) =>
        Assert.Equal(status, (await Client(Service.Admin.Token, accept).Get("account")).Status);

    [Fact]
    public async Task A_request_keeps_its_id()
    {
        const string Id = "01234567-89ab-cdef-0123-456789abcdef";
        var ids = (await Admin.Get("account", ("Request-Id", Id))).Header("Request-Id")!.Split(',');
        Assert.Equal(Id, ids[0]);
        Assert.NotEqual(Id, Assert.Single(ids[1..]));
        Assert.Single((await Admin.Get("account", ("Request-Id", "short"))).Header("Request-Id")!.Split(','));
        Assert.NotNull((await Client(null).Get("account")).Header("Request-Id"));
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_again()
    {
        var first = await Admin.Get("apps/backend");
        var etag = first.Header("ETag")!;
        var second = await Admin.Get("apps/backend", ("If-None-Match", etag));
        Assert.Equal(304, second.Status);
        Assert.Equal("", second.Text);
        await Patch(Admin, "apps/backend", new JsonObject { ["maintenance"] = true });
        var third = await Admin.Get("apps/backend", ("If-None-Match", etag));
        Assert.Equal(200, third.Status);
        Assert.NotEqual(etag, third.Header("ETag"));
    }

    [Fact]
    public async Task What_is_not_there_or_not_simulated_is_told_apart()
    {
        IsError(await Admin.Get("nothing/here"), 404, "not_found");
        IsError(await Admin.Get("apps/nobodys"), 404, "not_found");
        IsError(await Admin.Get("enterprise-accounts"), 501, "not_simulated");
        IsError(await Admin.Get("apps/somebody-elses"), 403, "forbidden");
        IsError(await Member.Delete("apps/backend"), 403, "forbidden");
    }

    [Fact]
    public async Task A_suspended_account_may_do_nothing_and_a_delinquent_one_makes_no_apps()
    {
        var account = Service.State.Accounts.Find(Service.Member.Email)!;
        account.DelinquentAt = Clock.GetUtcNow();
        IsError(await Member.Post("apps"), 402, "delinquent");
        Assert.Equal(200, (await Member.Get("apps")).Status);
        account.SuspendedAt = Clock.GetUtcNow();
        IsError(await Member.Get("apps"), 403, "suspended");
    }

    [Fact]
    public async Task A_body_that_does_not_fit_is_refused()
    {
        IsError(await Patch(Admin, "apps/backend", new JsonObject { ["maintenance"] = "yes" }), 422, "invalid_params");
        IsError(await Patch(Admin, "apps/backend", new JsonArray()), 400, "bad_request");
    }

    private string Fill(string form) =>
        form.Replace("{token}", Service.Admin.Token).Replace("{email}", Service.Admin.Email).Replace("{password}", Service.Admin.Password);

    private Task<Answer> Anonymous(string authorization)
    {
        if (authorization.StartsWith("basic ", StringComparison.OrdinalIgnoreCase))
            authorization = authorization[..6] + Convert.ToBase64String(Encoding.UTF8.GetBytes(authorization[6..]));
        return authorization.Length == 0 ? Client(null).Get("account") : Client(null).Get("account", ("Authorization", authorization));
    }
}
