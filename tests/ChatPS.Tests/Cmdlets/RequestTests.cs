namespace ChatPS.Tests.Cmdlets;

public sealed class RequestTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("/api/v4/users/me")]
    [InlineData("api/v4/users/me")]
    public void A_request_has_the_sessions_token(string path)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var me = Assert.Single(shell.RunClean("Invoke-ChatRequest GET $args[0]", path));
        Assert.Equal(sandbox.Mattermost.Admin.UserName, me.Properties["username"].Value);
        Assert.Equal(["GET /api/v4/users/me"], sandbox.Wire);
    }

    [Fact]
    public void A_whole_address_is_taken_when_it_is_the_sessions()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Single(shell.RunClean("Invoke-ChatRequest GET ((Get-ChatSession).BaseUri.AbsoluteUri + 'api/v4/users/me')"));
        var error = shell.Fail("Invoke-ChatRequest GET https://evil.test/api/v4/users/me");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(sandbox.Wire);
    }

    [Theory]
    [InlineData("/api/../../etc")]
    [InlineData("/api/%2e%2e/x")]
    [InlineData("/api/\nx")]
    public void A_path_that_leads_elsewhere_is_never_sent(string path)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Invoke-ChatRequest GET $args[0]", path);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_query_is_joined_and_an_array_repeats_its_name()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(2, shell.RunClean("Invoke-ChatRequest GET '/api/v4/users?per_page=2' -Query @{ x = 'a b', 'c'; n = $null }").Count);
        Assert.Equal(["GET /api/v4/users?per_page=2&x=a%20b&x=c"], sandbox.Wire);
    }

    [Fact]
    public void One_request_is_one_page_unless_all_are_wanted()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(5, shell.RunClean("Invoke-ChatRequest GET '/api/v4/channels?per_page=5'").Count);
        Assert.Equal(["GET /api/v4/channels?per_page=5"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        Assert.True(shell.RunClean("Invoke-ChatRequest GET /api/v4/channels -All").Count > 5);
        Assert.Equal("GET /api/v4/channels?per_page=200&page=1", sandbox.Wire.Last());
        sandbox.Server.ClearRequests();
        Assert.Equal(3, shell.RunClean("Invoke-ChatRequest GET /api/v4/users -First 3").Count);
        Assert.Equal(["GET /api/v4/users?per_page=3&page=0"], sandbox.Wire);
    }

    [Fact]
    public void A_write_heeds_WhatIf_and_a_read_does_not_ask()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Invoke-ChatRequest PUT /api/v4/users/me/patch -Body @{ nickname = 'x' } -WhatIf");
        shell.RunClean("Invoke-ChatRequest POST /api/v4/nothing/known -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Invoke-ChatRequest POST /api/v4/users/search -Body @{ term = 'a' } -WhatIf");
        Assert.Equal(["POST /api/v4/users/search"], sandbox.Wire);
    }

    [Theory]
    [InlineData("@{ nickname = 'nick' }")]
    [InlineData("'{\"nickname\":\"nick\"}'")]
    [InlineData("([pscustomobject]@{ nickname = 'nick' })")]
    [InlineData("([Text.Encoding]::UTF8.GetBytes('{\"nickname\":\"nick\"}')) -ContentType application/json")]
    public void A_body_comes_in_many_shapes(string body)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var me = Assert.Single(shell.RunClean($"Invoke-ChatRequest PUT /api/v4/users/me/patch -Body {body}"));
        Assert.Equal("nick", me.Properties["nickname"].Value);
        Assert.Equal("""{"nickname":"nick"}""", Assert.Single(sandbox.Server.Requests).Body);
    }

    [Theory]
    [InlineData("'{broken'")]
    public void A_text_that_is_no_json_needs_a_type_of_its_own(string body)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail($"Invoke-ChatRequest PUT /api/v4/users/me/patch -Body {body}");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Forms_and_texts_are_sent_as_their_type_says()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Invoke-ChatRequest POST /nowhere -Body @{ a = '1 2' } -ContentType application/x-www-form-urlencoded");
        shell.Fail("Invoke-ChatRequest POST /nowhere -Body 'plain' -ContentType text/plain");
        Assert.Equal(["a=1%202", "plain"], sandbox.Server.Requests.Select(r => r.Body));
        Assert.StartsWith("text/plain", sandbox.Server.Requests[1].Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_goes_to_a_file()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var file = Path.GetTempFileName();
        try
        {
            Assert.Empty(shell.RunClean("Invoke-ChatRequest GET /api/v4/users/me -OutFile $args[0]", file));
            Assert.StartsWith("{", File.ReadAllText(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_path_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(2, shell.Run("'/api/v4/users/me', '/api/v4/users/nobody', '/api/v4/system/ping' | Invoke-ChatRequest GET").Count);
        Assert.Single(shell.Errors);
    }

    [Fact]
    public void A_secret_given_in_plain_text_is_starred_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Invoke-ChatRequest POST /api/v4/canary-5ecret -Body @{ token = 'canary-5ecret' } -Query @{ access_token = 'canary-5ecret' } -Verbose");
        Assert.DoesNotContain("canary", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.Exception.Message + error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gitter_takes_requests_too()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.NotEmpty(shell.RunClean("Invoke-ChatRequest GET /v1/rooms"));
        Assert.Equal(["GET /v1/rooms"], sandbox.Wire);
    }
}
