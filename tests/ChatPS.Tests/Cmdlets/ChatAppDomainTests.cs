using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppDomainTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    // ---- The methods of the old client -----------------------------------------------------------------------------------

    [Fact]
    public void DomainCreate()
    {
        using var shell = sandbox.ConnectWithApps("domain-create");
        var domain = shell.Run<ChatAppDomain>("New-ChatAppDomain domain-create www.create.example.com").Single();
        Assert.Equal(["POST /apps/domain-create/domains"], sandbox.Wire);
        // The schema wants the certificate named, be it as null.
        Assert.Equal("""{"hostname":"www.create.example.com","sni_endpoint":null}""", Last.Body);
        Assert.Equal(("www.create.example.com", "custom", "domain-create"), (domain.Hostname, domain.Kind, domain.AppName));
        Assert.NotEmpty(domain.Cname!);
        Assert.Equal(domain.Id, domain.AppDomainId);
    }

    [Fact]
    public void DomainDelete()
    {
        using var shell = sandbox.ConnectWithApps("domain-delete");
        var domain = shell.Run<ChatAppDomain>("New-ChatAppDomain domain-delete www.delete.example.com; New-ChatAppDomain domain-delete api.delete.example.com")[0];
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatAppDomain -Force; Remove-ChatAppDomain domain-delete api.delete.example.com -Confirm:$false", domain));
        Assert.Equal([$"DELETE /apps/{domain.AppId}/domains/{domain.Id}", "DELETE /apps/domain-delete/domains/api.delete.example.com"], sandbox.Wire);
        Assert.Equal(["heroku"], shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-delete").Select(d => d.Kind));
    }

    [Fact]
    public void DomainInfo()
    {
        using var shell = sandbox.ConnectWithApps("domain-info");
        var domain = shell.Run<ChatAppDomain>("New-ChatAppDomain domain-info www.info.example.com").Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(domain.Id, shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-info www.info.example.com").Single().Id);
        Assert.Equal(domain.Id, shell.Run<ChatAppDomain>("$args[0] | Get-ChatAppDomain", domain).Single().Id);
        Assert.Equal(domain.Id, shell.Run<ChatAppDomain>("[pscustomobject]@{ AppId = 'domain-info'; AppDomainId = $args[0] } | Get-ChatAppDomain", domain.Id).Single().Id);
        Assert.Equal(
            ["GET /apps/domain-info/domains/www.info.example.com", $"GET /apps/{domain.AppId}/domains/{domain.Id}", $"GET /apps/domain-info/domains/{domain.Id}"],
            sandbox.Wire);
    }

    [Fact]
    public void DomainList()
    {
        using var shell = sandbox.ConnectWithApps("domain-list");
        shell.RunClean("$null = 'b.list.example.com', 'a.list.example.com', '*.list.example.com' | New-ChatAppDomain domain-list");
        sandbox.Server.ClearRequests();
        var domains = shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-list -SortBy hostname");
        Assert.Equal(["*.list.example.com", "a.list.example.com", "b.list.example.com"], domains.Where(d => d.Kind == "custom").Select(d => d.Hostname));
        Assert.StartsWith("domain-list", Assert.Single(domains, d => d.Kind == "heroku").Hostname, StringComparison.Ordinal);
        Assert.Equal(["GET /apps/domain-list/domains"], sandbox.Wire);
        Assert.Equal("hostname ..; max=200", Last.Header("Range"));

        Assert.Equal(2, shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-list -First 2").Count);
        Assert.Equal("id ..; max=2", Last.Header("Range"));
        Assert.Equal(["a.list.example.com"], shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-list [ac].list*").Select(d => d.Hostname));
        // A backtick makes the star of such a name a letter.
        Assert.Equal("*.list.example.com", shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-list '`*.list.example.com'").Single().Hostname);
        Assert.Equal("GET /apps/domain-list/domains/%2A.list.example.com", sandbox.Wire.Last());
    }

    // ---- And today's --------------------------------------------------------------------------------------------------------

    [Fact]
    public void A_certificate_is_chosen_and_given_up()
    {
        using var certificate = new TestCertificate("www.cert.example.com");
        using var shell = sandbox.ConnectWithApps("domain-cert");
        var endpoint = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint domain-cert $args[0] $args[1]", certificate.ChainPath, certificate.KeyPath).Single();
        var domain = shell.Run<ChatAppDomain>("New-ChatAppDomain domain-cert www.cert.example.com -Certificate $args[0]", endpoint.Name).Single();
        Assert.Equal($$"""{"hostname":"www.cert.example.com","sni_endpoint":"{{endpoint.Name}}"}""", Last.Body);
        Assert.Equal((endpoint.Id, endpoint.Name), (domain.CertificateId, domain.CertificateName));

        sandbox.Server.ClearRequests();
        domain = shell.Run<ChatAppDomain>("Set-ChatAppDomain domain-cert www.cert.example.com -Certificate $null -PassThru").Single();
        Assert.Equal(["PATCH /apps/domain-cert/domains/www.cert.example.com"], sandbox.Wire);
        Assert.Equal("""{"sni_endpoint":null}""", Last.Body);
        Assert.Null(domain.CertificateId);

        Assert.Empty(shell.RunClean("$args[0] | Set-ChatAppDomain -Certificate $args[1]", domain, endpoint.Id));
        Assert.Equal($$"""{"sni_endpoint":"{{endpoint.Id}}"}""", Last.Body);
        Assert.Equal([domain.Id], shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint domain-cert").Single().DomainIds);
    }

    // ---- Pipelines ----------------------------------------------------------------------------------------------------------

    [Fact]
    public void Rows_of_a_table_become_domains()
    {
        using var shell = sandbox.ConnectWithApps("domain-rows");
        shell.RunClean("$null = New-ChatApp domain-rows-2");
        sandbox.Server.ClearRequests();
        var domains = shell.Run<ChatAppDomain>("""
            [pscustomobject]@{ App = 'domain-rows'; Hostname = 'www.rows.example.com'; Certificate = '' },
            [pscustomobject]@{ App = 'domain-rows-2'; Hostname = 'api.rows.example.com'; Certificate = '' },
            [pscustomobject]@{ App = 'domain-rows'; Hostname = 'docs.rows.example.com'; Certificate = '' } | New-ChatAppDomain
            """);
        Assert.Equal(["POST /apps/domain-rows/domains", "POST /apps/domain-rows-2/domains", "POST /apps/domain-rows/domains"], sandbox.Wire);
        Assert.All(sandbox.Server.Requests, r => Assert.EndsWith("\"sni_endpoint\":null}", r.Body, StringComparison.Ordinal));
        Assert.Equal(
            [("domain-rows", "www.rows.example.com"), ("domain-rows-2", "api.rows.example.com"), ("domain-rows", "docs.rows.example.com")],
            domains.Select(d => (d.AppName!, d.Hostname)));
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.ConnectWithApps("domain-some");
        var error = shell.Fail("'one.some.example.com', 'no host name', 'two.some.example.com' | New-ChatAppDomain domain-some -ThrottleLimit 3");
        Assert.Equal("no host name", error.TargetObject);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-some *.some.example.com").Count);

        error = shell.Fail("'one.some.example.com', 'three.some.example.com', 'two.some.example.com' | Remove-ChatAppDomain domain-some -Force");
        Assert.Equal("three.some.example.com", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(shell.Run<ChatAppDomain>("Get-ChatAppDomain domain-some *.some.example.com"));
    }

    [Fact]
    public void Apps_are_piped_and_the_session_falls_back_to_its_own()
    {
        using var shell = sandbox.ConnectWithApps("domain-default");
        Assert.StartsWith("domain-default", shell.Run<ChatAppDomain>("Get-ChatApp domain-default | Get-ChatAppDomain").Single().Hostname, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("""
            Set-ChatSession -App domain-default
            $null = New-ChatAppDomain -Hostname www.default.example.com; $null = Get-ChatAppDomain
            Set-ChatAppDomain -Domain www.default.example.com -Certificate ''; Remove-ChatAppDomain -Domain www.default.example.com -Force
            """);
        Assert.Equal(
            ["POST /apps/domain-default/domains", "GET /apps/domain-default/domains",
                "PATCH /apps/domain-default/domains/www.default.example.com", "DELETE /apps/domain-default/domains/www.default.example.com"],
            sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatAppDomain x www.example.com -WhatIf")]
    [InlineData("Set-ChatAppDomain x www.example.com -Certificate y -WhatIf")]
    [InlineData("Remove-ChatAppDomain x www.example.com -Force -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean(command));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatAppDomain x")]
    [InlineData("New-ChatAppDomain x www.example.com")]
    [InlineData("Set-ChatAppDomain x www.example.com -Certificate y")]
    [InlineData("Remove-ChatAppDomain x www.example.com -Force")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_pattern_in_the_place_of_the_app_is_told_where_it_belongs()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail("Get-ChatAppDomain www*");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-ChatApp", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
