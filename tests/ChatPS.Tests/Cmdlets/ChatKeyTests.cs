using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatKeyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void KeyList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var key = shell.Run<ChatKey>("Get-ChatKey -First 1").Single();
        Assert.Equal(["GET /account/keys"], sandbox.Wire);
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        Assert.Equal(sandbox.Heroku.Admin.Email, key.Email);
        Assert.Contains(key.Id, shell.Run<ChatKey>("Get-ChatKey $args[0]", key.Comment![..4] + "*").Select(k => k.Id));
        Assert.Equal("fingerprint ..; max=200", LastAfter(shell, "$null = Get-ChatKey -SortBy fingerprint").Header("Range"));
    }

    [Fact]
    public void KeyInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$key = Get-ChatKey -First 1");
        var key = shell.Run<ChatKey>("$key | Get-ChatKey").Single();
        Assert.Equal($"GET /account/keys/{key.Id}", sandbox.Wire.Last());
        Assert.Equal(key.Id, shell.Run<ChatKey>("[pscustomobject]@{ Fingerprint = $key.Fingerprint } | Get-ChatKey").Single().Id);
        Assert.Equal($"GET /account/keys/{Uri.EscapeDataString(key.Fingerprint!)}", sandbox.Wire.Last());
        Assert.StartsWith("ssh-", key.PublicKey, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatKey none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyCreate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var line = PublicKey("deploy@ci.example.com");
        var key = shell.Run<ChatKey>("New-ChatKey $args[0]", line + "\n").Single();
        Assert.Equal(["POST /account/keys"], sandbox.Wire);
        Assert.Equal($$"""{"public_key":"{{line}}"}""", Last.Body.Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(("deploy@ci.example.com", line), (key.Comment, key.PublicKey));
        Assert.NotEmpty(key.Fingerprint!);
    }

    [Fact]
    public void Files_are_read_and_one_that_is_no_key_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        File.WriteAllText(Path.Combine(_folder, "a.pub"), PublicKey("file-a") + "\n");
        File.WriteAllText(Path.Combine(_folder, "b.pub"), "no key\nat all\n");
        File.WriteAllText(Path.Combine(_folder, "c.pub"), PublicKey("file-c"));
        var names = shell.Run("New-ChatKey -Path \"$($args[0])/*.pub\" | ForEach-Object Comment", _folder).Select(n => n.ToString());
        Assert.Equal(["file-a", "file-c"], names);
        Assert.EndsWith("b.pub", Assert.Single(shell.Errors).TargetObject.ToString(), StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_folder, "d.pub"), PublicKey("file-d"));
        Assert.Equal("file-d", shell.Run<ChatKey>("[IO.FileInfo]($args[0] + '/d.pub') | New-ChatKey", _folder).Single().Comment);
    }

    [Fact]
    public void A_private_key_stays_here()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var secret = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----";
        File.WriteAllText(Path.Combine(_folder, "id"), secret);
        foreach (var error in new[] { shell.Fail("New-ChatKey $args[0]", secret), shell.Fail("New-ChatKey -LiteralPath \"$($args[0])/id\"", _folder) })
        {
            Assert.Contains("private key", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("b3BlbnNzaC1rZXk", error.ToString() + error.Exception + error.TargetObject, StringComparison.Ordinal);
        }
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void KeyDelete()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$keys = $args | New-ChatKey", PublicKey("one"), PublicKey("two"));
        sandbox.Server.ClearRequests();
        shell.RunClean("$keys | Remove-ChatKey -Force -WhatIf");
        Assert.Empty(sandbox.Wire);

        var error = shell.Fail("$keys[0].Id, 'none-such', $keys[1].Fingerprint | Remove-ChatKey -Force");
        Assert.Equal("none-such", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("DELETE /account/keys/", StringComparison.Ordinal)));
        Assert.Empty(shell.RunClean("Get-ChatKey | Where-Object Comment -in one, two"));
    }

    [Fact]
    public void A_server_without_the_old_operations_says_so_in_plain_words()
    {
        using var today = new ScriptedServer(request => (request.Method, request.Target) switch
        {
            ("GET", "/account") => new("""{"id":"1","email":"ada@example.com"}"""),
            ("GET", "/account/keys/known") => new("""{"id":"known","fingerprint":"aa:bb"}"""),
            _ => new("""{"id":"not_found","message":"Couldn't find that operation."}""", 404),
        });
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", today.Uri, SandboxFixture.Protect("a-token-of-its-own"));
        foreach (var error in new[] { shell.Fail("New-ChatKey $args[0]", PublicKey("x")), shell.Fail("Remove-ChatKey known -Force") })
        {
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("New-ChatToken", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        // Here it is the key that is missing, as far as anybody can tell.
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatKey unknown -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_have_no_keys()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        foreach (var script in new[] { "Get-ChatKey", "New-ChatKey 'ssh-rsa AAAA x'", "Remove-ChatKey x -Force" })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private SandboxRequestRecord LastAfter(Shell shell, string script)
    {
        shell.RunClean(script);
        return Last;
    }

    private static string PublicKey(string comment)
    {
        const string Type = "ssh-ed25519";
        var blob = new byte[4 + Type.Length + 4 + 32];
        BinaryPrimitives.WriteInt32BigEndian(blob, Type.Length);
        Encoding.ASCII.GetBytes(Type, blob.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(blob.AsSpan(4 + Type.Length), 32);
        RandomNumberGenerator.Fill(blob.AsSpan(^32));
        return $"{Type} {Convert.ToBase64String(blob)} {comment}";
    }
}
