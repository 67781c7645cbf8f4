namespace ChatPS.Tests.Cmdlets;

/// <summary>What hangs on things that the whole process has but once: environment variables, and the sandbox that was started last.</summary>
[Collection(SharedState.Name)]
public sealed class SharedStateTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_sandbox_started_last_is_the_one_connected_to()
    {
        using var shell = new Shell();
        var uris = shell.RunClean(
            """
            $first = Start-ChatSandbox Gitter -Size Small
            $second = Start-ChatSandbox Gitter -Size Small
            $second.Uri, (Connect-ChatService Gitter -Sandbox).BaseUri
            $first, $second | Stop-ChatSandbox
            """);
        Assert.Equal(uris[0].ToString(), uris[1].ToString());
    }

    [Fact]
    public void A_profile_says_all_but_the_secret()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""
                {
                  // a comment
                  "Nightly": { "platform": "gitter", "uri": "{{sandbox.Gitter.BaseUri}}", "tokenVariable": "CHATPS_TEST_NIGHTLY", "room": "ops", "timeout": 20 },
                  "typo": { "platform": "Gitter", "token": "not-here" },
                }
                """);
            using var shell = new Shell();
            shell.RunClean("$env:CHATPS_PROFILES = $args[0]; $env:CHATPS_TEST_NIGHTLY = $args[1]", file, sandbox.Gitter.Admin.Token);
            var error = shell.Fail("Connect-ChatService -Profile nightly");
            Assert.Contains("Tokens and passwords do not belong there", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.DoesNotContain("not-here", error.ToString() + error.Exception, StringComparison.Ordinal);

            File.WriteAllText(file, File.ReadAllText(file).Replace("\"token\": \"not-here\"", "\"team\": \"x\"", StringComparison.Ordinal));
            var session = shell.Run<ChatSession>("Connect-ChatService -Profile nightly -Timeout 7").Single();
            Assert.Equal(sandbox.Gitter.Admin.UserId, session.UserId);
            Assert.Equal(("nightly", "ops", TimeSpan.FromSeconds(7)), (session.Name, session.Room, session.Timeout));
            Assert.Contains("typo", shell.Fail("Connect-ChatService -Profile none").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CHATPS_PROFILES", null);
            File.Delete(file);
        }
    }

    [Fact]
    public void A_profile_names_team_and_app()
    {
        const string team = "Northwind Games";
        var file = Path.GetTempFileName();
        using var shell = new Shell();
        try
        {
            File.WriteAllText(file, $$"""
                { "games": { "platform": "hathora", "uri": "{{sandbox.Hathora.BaseUri}}", "tokenVariable": "CHATPS_TEST_GAMES", "team": "{{team}}", "app": "app-00000000-0000-0000-0000-000000000001" } }
                """);
            shell.RunClean("$env:CHATPS_PROFILES = $args[0]; $env:CHATPS_TEST_GAMES = $args[1]", file, sandbox.Hathora.Admin.Token);
            var session = shell.Run<ChatSession>("Connect-ChatService -Profile games").Single();
            Assert.Equal((ChatPlatform.Hathora, "games", team, "app-00000000-0000-0000-0000-000000000001"), (session.Platform, session.Name, session.Team, session.App));
            Assert.Equal(18, session.Scopes.Count);
            var other = shell.Run<ChatSession>("Connect-ChatService -Profile games -Name other -App app-2").Single();
            Assert.Equal((team, "app-2"), (other.Team, other.App));
        }
        finally
        {
            Environment.SetEnvironmentVariable("CHATPS_PROFILES", null);
            File.Delete(file);
        }
    }

    [Fact]
    public void The_netrc_file_has_the_account_of_the_host()
    {
        var file = Path.GetTempFileName();
        using var shell = new Shell();
        try
        {
            File.WriteAllText(file, $"""
                # accounts
                machine elsewhere.example.com login nobody password wrong-one
                macdef init
                machine 127.0.0.1 login not-this password nor-this

                machine {sandbox.Heroku.BaseUri.Host}
                  login {sandbox.Heroku.Admin.Email}
                  password "{sandbox.Heroku.Admin.Token}"
                default login anonymous password guest
                """);
            shell.RunClean("$env:NETRC = $args[0]", file);
            var session = shell.Run<ChatSession>("Connect-ChatService Heroku $args[0] -Netrc", sandbox.Heroku.BaseUri).Single();
            Assert.Equal(sandbox.Heroku.Admin.Email, session.UserName);

            File.WriteAllText(file, "machine elsewhere.example.com login nobody password wrong-one");
            var error = shell.Fail("Connect-ChatService Heroku $args[0] -Netrc", sandbox.Heroku.BaseUri);
            Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong-one", error.ToString() + error.Exception, StringComparison.Ordinal);

            shell.RunClean("$env:NETRC = $args[0]", file + ".none");
            Assert.Contains("NETRC", shell.Fail("Connect-ChatService Heroku $args[0] -Netrc", sandbox.Heroku.BaseUri).ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NETRC", null);
            File.Delete(file);
        }
    }
}
