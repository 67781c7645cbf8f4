using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppSlugTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void SlugCreate()
    {
        using var shell = Connect();
        var slug = shell.Run<ChatAppSlug>(
            "New-ChatAppSlug shop @{ web = 'bin/serve' } -Commit 4711abcd -CommitDescription 'Faster' -BuildpackDescription Ruby -Checksum SHA256:00 -Stack heroku-24").Single();
        Assert.Equal(["POST /apps/shop/slugs"], sandbox.Wire);
        Assert.Equal(
            """{"process_types":{"web":"bin/serve"},"buildpack_provided_description":"Ruby","checksum":"SHA256:00","commit":"4711abcd","commit_description":"Faster","stack":"heroku-24"}""",
            Last.Body);
        Assert.Equal(("shop", "4711abcd", "heroku-24", "bin/serve"), (slug.AppId, slug.Commit, slug.Stack, slug.ProcessTypes["web"]));
        Assert.Equal("PUT", slug.BlobMethod);
    }

    [Fact]
    public void The_archive_goes_to_its_address_whole_and_without_a_token()
    {
        using var shell = Connect();
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        var file = Path.Combine(_folder, "slug [1].tgz");
        File.WriteAllBytes(file, bytes);
        var slug = shell.Run<ChatAppSlug>("New-ChatAppSlug shop @{ web = 'x' } $args[0]", file).Single();
        Assert.Equal(["POST /apps/shop/slugs", "PUT " + new Uri(slug.BlobUrl!).AbsolutePath], sandbox.Wire);
        Assert.Null(Last.Header("Authorization"));
        Assert.Null(Last.Header("Content-Type"));
        Assert.Null(Last.Header("Content-Disposition"));
        Assert.Equal("300000", Last.Header("Content-Length"));
        Assert.Contains("Uploading slug [1].tgz", shell.Spoken, StringComparison.Ordinal);
        Assert.Equal(300_000, shell.Run<ChatAppSlug>("Get-ChatAppSlug shop $args[0]", slug.Id).Single().Size);
    }

    [Fact]
    public void An_upload_that_fails_is_repeated_from_its_beginning()
    {
        using var shell = Connect();
        var file = Path.Combine(_folder, "a.tgz");
        File.WriteAllText(file, new string('x', 200_000));
        sandbox.Heroku.Faults.AppliesTo = (method, _) => method == "PUT";
        sandbox.Heroku.Faults.FailNext(2);
        try
        {
            var slug = shell.Run<ChatAppSlug>("New-ChatAppSlug shop @{ web = 'x' } $args[0] -Retry @{ InitialInterval = 0.01 }", file).Single();
            Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("PUT ", StringComparison.Ordinal)));
            Assert.All(sandbox.Server.Requests.Where(r => r.Method == "PUT"), r => Assert.Equal("200000", r.Header("Content-Length")));
            Assert.Equal(200_000, shell.Run<ChatAppSlug>("Get-ChatAppSlug shop $args[0]", slug.Id).Single().Size);
        }
        finally
        {
            sandbox.Heroku.Faults.Clear();
        }
    }

    [Fact]
    public void An_address_that_is_no_longer_good_is_not_a_bad_token()
    {
        Uri? self = null;
        using var server = new ScriptedServer(request => (request.Method, request.Target) switch
        {
            ("GET", "/account") => new("""{"id":"1","email":"ada@example.com"}"""),
            ("POST", _) => new($$$"""{"id":"s1","process_types":{},"blob":{"method":"put","url":"{{{self}}}bucket/slug?Signature=letmein123"}}""", 201),
            _ => new("<Error><Code>AccessDenied</Code></Error>", 401, "application/xml"),
        });
        self = server.Uri;
        var file = Path.Combine(_folder, "a.tgz");
        File.WriteAllText(file, "content");
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect("a-token-of-its-own"));
        // The second row has its turn: it is not the session that was refused.
        shell.Run("$args[0], $args[0] | ForEach-Object { [pscustomobject]@{ App = 'shop'; ProcessTypes = @{ web = 'x' }; Path = $_ } } | New-ChatAppSlug -Verbose", file);
        Assert.Equal(2, shell.Errors.Count);
        Assert.All(shell.Errors, error =>
        {
            Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("again", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("letmein123", shell.Spoken + shell.Errors[0].Exception, StringComparison.Ordinal);
        var put = server.Requests.Last();
        Assert.Equal(("PUT", "/bucket/slug?Signature=letmein123", "content"), (put.Method, put.Target, put.Body));
        Assert.False(put.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public void SlugInfo()
    {
        using var shell = Connect();
        shell.RunClean("$slug = New-ChatAppSlug shop @{ web = 'x'; worker = 'y' }");
        var slug = shell.Run<ChatAppSlug>("Get-ChatAppSlug shop $slug.Id").Single();
        Assert.Equal($"GET /apps/shop/slugs/{slug.Id}", sandbox.Wire.Last());
        Assert.Equal("y", shell.RunClean("(Get-ChatAppSlug shop $args[0]).ProcessTypes.worker", slug.Id).Single().ToString());
        // As releases and builds name it.
        Assert.Equal(slug.Id, shell.Run<ChatAppSlug>("[pscustomobject]@{ AppId = 'shop'; SlugId = $args[0] } | Get-ChatAppSlug", slug.Id).Single().Id);
        var some = shell.Run("Get-ChatAppSlug shop $args[0], none-such, $args[0]", slug.Id);
        Assert.Equal((2, "none-such"), (some.Count, Assert.Single(shell.Errors).TargetObject));
        var error = shell.Fail("Get-ChatAppSlug shop *");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-ChatAppRelease", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slug_of_one_app_is_added_to_another()
    {
        using var shell = Connect();
        var copy = shell.Run<ChatAppSlug>("New-ChatAppSlug shop @{ web = 'x' } -Commit abc | New-ChatAppSlug depot").Single();
        Assert.Equal("POST /apps/depot/slugs", sandbox.Wire.Last());
        Assert.Equal(("depot", "abc", "x"), (copy.AppId, copy.Commit, copy.ProcessTypes["web"]));
    }

    [Fact]
    public void What_is_not_there_is_not_begun_with()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatAppSlug shop @{ web = 'x' } -WhatIf");
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatAppSlug shop @{ web = 'x' } ./nothing.tgz").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("folder", shell.Fail("New-ChatAppSlug shop @{ web = 'x' } $args[0]", _folder).ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Set-ChatSession -App depot");
        Assert.Equal("depot", shell.Run<ChatAppSlug>("New-ChatAppSlug -ProcessTypes @{ web = 1 }").Single().AppId);
        Assert.Equal("""{"process_types":{"web":"1"}}""", Last.Body);

        using var other = sandbox.Connect(sandbox.Gitter);
        foreach (var script in new[] { "Get-ChatAppSlug a b", "New-ChatAppSlug a @{ web = 'x' }" })
            Assert.StartsWith("ChatPS.NotSupported", other.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Heroku);
        shell.Run("$null = 'shop', 'depot' | New-ChatApp -ErrorAction Ignore");
        sandbox.Server.ClearRequests();
        return shell;
    }
}
