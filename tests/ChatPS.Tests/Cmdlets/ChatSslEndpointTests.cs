using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatSslEndpointTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private JsonNode Body => JsonNode.Parse(Last.Body)!;

    // ---- The methods of the old client: endpoints of the former kind -----------------------------------------------------

    [Fact]
    public void SSLEndpointCreate()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("ssl-create");
        var endpoint = shell.Run<ChatSslEndpoint>(
            "New-ChatSslEndpoint ssl-create $args[0] $args[1] -Legacy -Preprocess:$false", certificate.ChainPath, certificate.KeyPath).Single();
        Assert.Equal(["POST /apps/ssl-create/ssl-endpoints"], sandbox.Wire);
        Assert.Equal((certificate.Chain, certificate.Key, false), ((string)Body["certificate_chain"]!, (string)Body["private_key"]!, (bool)Body["preprocess"]!));
        Assert.True(endpoint is { IsLegacy: true, AppId: "ssl-create" });
        Assert.Equal(certificate.Chain, endpoint.CertificateChain);
        Assert.StartsWith(endpoint.Name, endpoint.Cname, StringComparison.Ordinal);
    }

    [Fact]
    public void SSLEndpointDelete()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("ssl-delete");
        var endpoints = shell.Run<ChatSslEndpoint>(
            "$chain, $key = $args; 1, 2 | ForEach-Object { New-ChatSslEndpoint ssl-delete $chain $key -Legacy }", certificate.ChainPath, certificate.KeyPath);
        sandbox.Server.ClearRequests();
        // An object knows its kind; of a name it has to be said.
        shell.RunClean("Remove-ChatSslEndpoint -SslEndpoint $args[0] -Force; Remove-ChatSslEndpoint ssl-delete $args[1] -Legacy -Force", endpoints[0], endpoints[1].Name);
        Assert.Equal([$"DELETE /apps/ssl-delete/ssl-endpoints/{endpoints[0].Id}", $"DELETE /apps/ssl-delete/ssl-endpoints/{endpoints[1].Name}"], sandbox.Wire);
        Assert.Empty(shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint ssl-delete -Legacy"));
    }

    [Fact]
    public void SSLEndpointInfo()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("ssl-info");
        var made = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint ssl-info $args[0] $args[1] -Legacy", certificate.ChainPath, certificate.KeyPath).Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint ssl-info $args[0] -Legacy", made.Name).Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("$args[0] | Get-ChatSslEndpoint", made).Single().Id);
        Assert.Equal([$"GET /apps/ssl-info/ssl-endpoints/{made.Name}", $"GET /apps/ssl-info/ssl-endpoints/{made.Id}"], sandbox.Wire);
    }

    [Fact]
    public void SSLEndpointList()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("ssl-list");
        var made = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint ssl-list $args[0] $args[1] -Legacy", certificate.ChainPath, certificate.KeyPath).Single();
        shell.RunClean("$null = New-ChatSslEndpoint ssl-list $args[0] $args[1]", certificate.ChainPath, certificate.KeyPath);
        sandbox.Server.ClearRequests();
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint ssl-list -Legacy -SortBy name").Single().Id);
        Assert.Equal(["GET /apps/ssl-list/ssl-endpoints"], sandbox.Wire);
        Assert.Equal("name ..; max=200", Last.Header("Range"));
    }

    [Fact]
    public void SSLEndpointUpdate()
    {
        using var first = new TestCertificate("one.example.com");
        using var second = new TestCertificate("two.example.com");
        using var shell = sandbox.ConnectWithApps("ssl-update");
        var made = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint ssl-update $args[0] $args[1] -Legacy", first.ChainPath, first.KeyPath).Single();
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatSslEndpoint>(
            "$args[0] | Set-ChatSslEndpoint -CertificateChain $args[1] -PrivateKey $args[2] -Preprocess -PassThru",
            made, second.Chain, SandboxFixture.Protect(second.Key)).Single();
        Assert.Equal([$"PATCH /apps/ssl-update/ssl-endpoints/{made.Id}"], sandbox.Wire);
        Assert.Equal((second.Chain, second.Key, true), ((string)Body["certificate_chain"]!, (string)Body["private_key"]!, (bool)Body["preprocess"]!));
        Assert.Equal(second.Chain, changed.CertificateChain);

        changed = shell.Run<ChatSslEndpoint>("Set-ChatSslEndpoint ssl-update $args[0] -Legacy -Rollback -PassThru", made.Name).Single();
        Assert.Equal("""{"rollback":true}""", Last.Body);
        Assert.Equal(first.Chain, changed.CertificateChain);
    }

    // ---- Today's ---------------------------------------------------------------------------------------------------------------

    [Fact]
    public void A_certificate_from_files_is_given_listed_renewed_and_taken_away()
    {
        using var first = new TestCertificate("one.example.com");
        using var second = new TestCertificate("two.example.com");
        using var shell = sandbox.ConnectWithApps("sni-life");
        var made = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint sni-life -CertificatePath $args[0] -KeyPath $args[1]", first.ChainPath, first.KeyPath).Single();
        Assert.Equal(["POST /apps/sni-life/sni-endpoints"], sandbox.Wire);
        Assert.Equal(["certificate_chain", "private_key"], Body.AsObject().Select(m => m.Key));
        Assert.Equal((first.Chain, first.Key), ((string)Body["certificate_chain"]!, (string)Body["private_key"]!));
        Assert.True(made is { IsLegacy: false, AppName: "sni-life", Subject: "CN=one.example.com", IsSelfSigned: true, IsCaSigned: false });
        Assert.Equal(["one.example.com"], made.CertificateDomains);
        Assert.Equal(first.ExpiresAt, made.ExpiresAt);

        sandbox.Server.ClearRequests();
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("Get-ChatApp sni-life | Get-ChatSslEndpoint -First 1").Single().Id);
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint sni-life $args[0]", made.Name).Single().Id);
        Assert.Equal(made.Id, shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint sni-life endpoint-*").Single().Id);
        Assert.Equal($"GET /apps/sni-life/sni-endpoints/{made.Name}", sandbox.Wire.ElementAt(2));

        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Set-ChatSslEndpoint -CertificatePath $args[1] -PrivateKey $args[2]", made, second.ChainPath, SandboxFixture.Protect(second.Key));
        Assert.Equal([$"PATCH /apps/{made.AppId}/sni-endpoints/{made.Id}"], sandbox.Wire);
        Assert.Equal((second.Chain, second.Key), ((string)Body["certificate_chain"]!, (string)Body["private_key"]!));

        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Remove-ChatSslEndpoint -Confirm:$false", made);
        Assert.Equal([$"DELETE /apps/{made.AppId}/sni-endpoints/{made.Id}"], sandbox.Wire);
        Assert.Empty(shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint sni-life"));
    }

    [Fact]
    public void Rows_of_a_table_name_files_in_the_present_folder()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("sni-rows");
        shell.RunClean("$null = New-ChatApp sni-rows-2");
        shell.Runspace.SessionStateProxy.Path.SetLocation(certificate.Folder);
        var made = shell.Run("""
            [pscustomobject]@{ App = 'sni-rows'; CertificatePath = 'certificate.pem'; KeyPath = './key.pem' },
            [pscustomobject]@{ App = 'no-such-app'; CertificatePath = 'certificate.pem'; KeyPath = './key.pem' },
            [pscustomobject]@{ App = 'sni-rows'; CertificatePath = 'not-there.pem'; KeyPath = './key.pem' },
            [pscustomobject]@{ App = 'sni-rows-2'; CertificatePath = 'certificate.pem'; KeyPath = 'key.pem' } | New-ChatSslEndpoint
            """).Select(o => Assert.IsType<ChatSslEndpoint>(o.BaseObject));
        Assert.Equal(["sni-rows", "sni-rows-2"], made.Select(e => e.AppName));
        Assert.Equal(["ChatPS.NotFound", "ChatPS.InvalidRequest"], shell.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Theory]
    [InlineData("New-ChatSslEndpoint x -CertificatePath no-certificate.pem -KeyPath $key", "no-certificate.pem")]
    [InlineData("New-ChatSslEndpoint x -CertificatePath $chain -KeyPath no-key.pem", "no-key.pem")]
    [InlineData("New-ChatSslEndpoint x -CertificatePath $folder -KeyPath $key", "is a folder")]
    [InlineData("New-ChatSslEndpoint x -CertificatePath Variable:chain -KeyPath $key", "Variable")]
    [InlineData("New-ChatSslEndpoint x -CertificatePath $chain", "key")]
    [InlineData("New-ChatSslEndpoint x -KeyPath $key", "certificate")]
    [InlineData("New-ChatSslEndpoint x $chain $key -CertificateChain text", "-CertificateChain and -CertificatePath")]
    [InlineData("New-ChatSslEndpoint x $chain $key -PrivateKey $secret", "-PrivateKey and -KeyPath")]
    [InlineData("Set-ChatSslEndpoint x y -CertificatePath $chain", "together")]
    [InlineData("Set-ChatSslEndpoint x y -KeyPath $key", "together")]
    [InlineData("Set-ChatSslEndpoint x y", "Nothing to change")]
    public void What_cannot_be_right_is_said_before_any_request(string command, string said)
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$chain, $key, $folder, $secret = $args", certificate.ChainPath, certificate.KeyPath, certificate.Folder, SandboxFixture.Protect("key"));
        var error = shell.Fail(command);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(said, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatSslEndpoint x $chain $key -Preprocess:$false")]
    [InlineData("Set-ChatSslEndpoint x y -CertificatePath $chain -KeyPath $key -Preprocess")]
    [InlineData("Set-ChatSslEndpoint x y -Rollback")]
    public void What_only_the_former_kind_takes_is_refused_for_todays(string command)
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$chain, $key = $args", certificate.ChainPath, certificate.KeyPath);
        var error = shell.Fail(command);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Legacy", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void The_session_falls_back_to_its_app_and_WhatIf_sends_nothing()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("sni-default");
        shell.RunClean("$chain, $key = $args; Set-ChatSession -App sni-default", certificate.ChainPath, certificate.KeyPath);
        Assert.Empty(shell.RunClean(
            "New-ChatSslEndpoint -CertificatePath $chain -KeyPath $key -WhatIf; Set-ChatSslEndpoint -SslEndpoint y -CertificatePath $chain -KeyPath $key -WhatIf; Remove-ChatSslEndpoint -SslEndpoint y -Force -WhatIf"));
        Assert.Empty(sandbox.Wire);
        var made = shell.Run<ChatSslEndpoint>("New-ChatSslEndpoint -CertificatePath $chain -KeyPath $key; Get-ChatSslEndpoint");
        Assert.Equal(made[0].Id, made[1].Id);
        Assert.Equal(["POST /apps/sni-default/sni-endpoints", "GET /apps/sni-default/sni-endpoints"], sandbox.Wire);
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done()
    {
        using var certificate = new TestCertificate();
        using var shell = sandbox.ConnectWithApps("sni-some");
        var names = shell.Run<ChatSslEndpoint>("$chain, $key = $args; 1, 2, 3 | ForEach-Object { New-ChatSslEndpoint sni-some $chain $key }", certificate.ChainPath, certificate.KeyPath)
            .Select(e => e.Name).ToArray();
        var error = shell.Fail("$args[0], 'none', $args[1] | Remove-ChatSslEndpoint sni-some -Force -ThrottleLimit 3", names[0], names[1]);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("none", error.TargetObject);
        Assert.Equal([names[2]], shell.Run<ChatSslEndpoint>("Get-ChatSslEndpoint sni-some").Select(e => e.Name));
    }

    [Theory]
    [InlineData("Get-ChatSslEndpoint x")]
    [InlineData("New-ChatSslEndpoint x -CertificateChain y -PrivateKey $key")]
    [InlineData("Set-ChatSslEndpoint x y -CertificateChain z")]
    [InlineData("Remove-ChatSslEndpoint x y -Force")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        shell.RunClean("$key = $args[0]", SandboxFixture.Protect("a key"));
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // ---- The canary ------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("good")]
    public void No_line_of_a_key_is_shown_even_when_the_server_repeats_it(string manner)
    {
        using var certificate = new TestCertificate();
        using var server = new ScriptedServer(r => r.Target == "/account"
            ? new("""{"id":"x","email":"x@example.com"}""")
            : manner switch
            {
                "json" => new(new JsonObject { ["id"] = "invalid_params", ["message"] = "Not with " + JsonNode.Parse(r.Body)!["private_key"] }.ToJsonString(), 422),
                "text" => new("Not with " + r.Body, 400, "text/plain"),
                // Everything that was sent comes back as a member.
                _ => new(With(r.Body, "id", "e1", "name", "endpoint-1"), 201),
            });
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect("a-token-for-the-test"));
        var said = new List<string>();
        foreach (var command in new[]
        {
            "New-ChatSslEndpoint x $args[0] $args[1]",
            "New-ChatSslEndpoint x -CertificatePath $args[0] -PrivateKey $args[2] -Legacy",
            "Set-ChatSslEndpoint x y -CertificatePath $args[0] -KeyPath $args[1] -PassThru",
        })
        {
            var output = shell.Run(
                "$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; " + command,
                certificate.ChainPath, certificate.KeyPath, SandboxFixture.Protect(certificate.Key));
            said.AddRange(output.SelectMany(o => o.Properties.Select(p => $"{p.Name}={p.Value}")));
            said.AddRange(shell.Errors.SelectMany(e => new[] { e.ToString(), e.Exception.ToString(), $"{e.ErrorDetails}", $"{e.ErrorDetails?.RecommendedAction}", $"{e.TargetObject}" }));
            said.Add(shell.Spoken);
        }
        Assert.All(server.Requests.Where(r => r.Target != "/account"), r => Assert.Equal(certificate.Key, (string)JsonNode.Parse(r.Body)!["private_key"]!));
        var all = string.Join('\n', said);
        Assert.Contains(manner == "good" ? "CertificateChain=-----BEGIN" : "Not with ", all, StringComparison.Ordinal);
        Assert.All(Lines(certificate.Key), line => Assert.DoesNotContain(line, all.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static string With(string body, params string[] members)
    {
        var json = JsonNode.Parse(body)!;
        foreach (var pair in members.Chunk(2))
            json[pair[0]] = pair[1];
        return json.ToJsonString();
    }

    private static IEnumerable<string> Lines(string key) => key.Split('\n').Where(line => line.Length >= 6 && !line.StartsWith("-----", StringComparison.Ordinal));
}
