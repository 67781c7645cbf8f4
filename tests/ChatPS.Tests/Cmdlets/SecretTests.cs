using System.Management.Automation;
using ChatPS.Sandbox.Platforms.HipChat;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A canary: whatever is said, written or kept, the secrets are not in it.</summary>
public sealed class SecretTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void No_stream_no_error_and_no_object_shows_a_secret()
    {
        using var shell = new Shell();
        var account = sandbox.Mattermost.Admin;
        var said = new List<string>();

        void Say(string script, params object?[] arguments) => said.AddRange(WhatIsSaid(shell, script, arguments));

        var credential = new PSCredential(account.UserName, SandboxFixture.Protect(account.Password));
        Say("Connect-ChatService Mattermost $args[0] -Credential $args[1] -Verbose", sandbox.Mattermost.BaseUri, credential);
        Say("Get-ChatRoom -First 1 -Verbose; Get-ChatRoom nosuchroom -Team nosuchteam -Verbose");
        Say("Connect-ChatService Mattermost $args[0] -Credential $args[1] -Name wrong -Verbose", sandbox.Mattermost.BaseUri,
            new PSCredential("nobody", SandboxFixture.Protect(account.Password)));
        sandbox.Mattermost.Faults.FailNext(3);
        Say("Get-ChatRoom -First 1 -Retry @{ MaxRetries = 1; InitialInterval = 0.01 } -Verbose");
        sandbox.Mattermost.Faults.Clear();
        sandbox.Mattermost.Faults.CutNext(1);
        Say("Get-ChatRoom -First 1 -Retry @{ MaxRetries = 0 } -Verbose");
        Say("Connect-ChatService Gitter $args[0] -Token $args[1] -Verbose", sandbox.Gitter.BaseUri, SandboxFixture.Protect(sandbox.Gitter.Admin.Token));
        Say("Get-ChatSession; Get-ChatSandbox; Test-ChatService -Verbose; Get-ChatSession | Disconnect-ChatService -Verbose");

        var issued = sandbox.Server.Requests.Select(r => r.Header("Authorization")).OfType<string>().Select(h => h.Split(' ')[^1]).Distinct().ToList();
        Assert.True(issued.Count >= 2, "The session's own token and the Gitter token were on the wire.");
        var all = string.Join('\n', said);
        Assert.Contains("GET ", all, StringComparison.Ordinal);
        foreach (var secret in issued.Append(account.Password).Append(account.Token).Append(sandbox.Gitter.Admin.Token))
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_app_keeps_secret_stays_so_when_things_go_wrong()
    {
        using var shell = new Shell();
        var account = sandbox.Heroku.Admin;
        var said = new List<string>();

        void Say(string script, params object?[] arguments) => said.AddRange(WhatIsSaid(shell, script, arguments));

        sandbox.Server.ClearRequests();
        Say("Connect-ChatService Heroku $args[0] -Credential $args[1] -Verbose", sandbox.Heroku.BaseUri, new PSCredential(account.Email, SandboxFixture.Protect(account.Token)));
        Say("$null = New-ChatApp canary -Verbose; Set-ChatAppConfigVar -App canary @{ API_SECRET = $args[0] } -Verbose", "v3ry-s3cret-value");
        // What the server refuses it may repeat, and what it keeps it may show.
        Say("Set-ChatAppConfigVar -App canary @{ 'not a name!' = $args[0] } -Verbose", "an0ther-s3cret-value");
        Say("Set-ChatAppConfigVar -App no-such-app @{ API_SECRET = $args[0] } -Verbose", "v3ry-s3cret-value");
        sandbox.Heroku.Faults.FailNext(2);
        Say("Set-ChatAppConfigVar -App canary @{ API_SECRET = $args[0] } -Retry @{ MaxRetries = 1; InitialInterval = 0.01 } -Verbose", "a-th1rd-s3cret");
        sandbox.Heroku.Faults.Clear();
        Say("$token = New-ChatToken -Scope global -Description canary -Verbose; $token");
        Say("Set-ChatAccount -Email new@example.com -CurrentPassword $args[0] -Verbose", SandboxFixture.Protect("not-the-passw0rd"));
        Say("Set-ChatAccount -NewPassword $args[0] -CurrentPassword $args[1] -Verbose", SandboxFixture.Protect("the-next-passw0rd"), SandboxFixture.Protect(account.Password));
        Say("Get-ChatLog canary -Tail 5 -Verbose; Get-ChatSession; Disconnect-ChatService -Verbose");

        var issued = (System.Security.SecureString)shell.RunClean("$token.Token").Single().BaseObject;
        var all = string.Join('\n', said);
        Assert.Contains("PATCH ", all, StringComparison.Ordinal);
        string[] secrets =
        [
            account.Token, account.Password, "v3ry-s3cret-value", "an0ther-s3cret-value", "a-th1rd-s3cret", "not-the-passw0rd", "the-next-passw0rd",
            new System.Net.NetworkCredential("", issued).Password,
            .. sandbox.Server.Requests.Select(r => r.Header("Authorization")).OfType<string>().Select(h => h.Split(' ')[^1]).Distinct(),
            .. sandbox.Server.Requests.Where(r => r.Method == "GET" && r.Header("Authorization") is null).Select(r => r.Target),
        ];
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_of_developers_teams_and_players_stay_so_when_things_go_wrong()
    {
        using var shell = new Shell();
        var account = sandbox.Hathora.Admin;
        var said = new List<string>();

        void Say(string script, params object?[] arguments) => said.AddRange(WhatIsSaid(shell, script, arguments));

        sandbox.Server.ClearRequests();
        Say("Connect-ChatService Hathora $args[0] -Token $args[1] -Team 'Northwind Games' -Verbose", sandbox.Hathora.BaseUri, SandboxFixture.Protect(account.Token));
        Say("$token = New-ChatToken canary -Verbose; $token; Get-ChatToken canary* -Verbose; $token | Remove-ChatToken -Force -Verbose");
        Say("Connect-ChatService Hathora $args[0] -Token $token.Token -Name revoked -Verbose", sandbox.Hathora.BaseUri);
        Say("$portal = New-ChatBillingPortal https://example.com/ -Verbose");
        Say("Invoke-ChatOperation CreateLobby -AppId app-1 -Visibility private -Region London -PlayerToken $args[0] -Verbose", SandboxFixture.Protect("a-players-0wn-token"));
        sandbox.Hathora.Faults.FailNext(2);
        Say("New-ChatToken canary -Retry @{ MaxRetries = 1; InitialInterval = 0.01 } -Verbose");
        sandbox.Hathora.Faults.Clear();
        Say("Get-ChatSession; Test-ChatService -Verbose; Disconnect-ChatService -Verbose");

        var issued = (System.Security.SecureString)shell.RunClean("$token.Token").Single().BaseObject;
        var all = string.Join('\n', said);
        Assert.Contains("POST ", all, StringComparison.Ordinal);
        string[] secrets =
        [
            account.Token, "a-players-0wn-token", new System.Net.NetworkCredential("", issued).Password, shell.RunClean("$portal.Url").Single().ToString(),
            .. sandbox.Server.Requests.Select(r => r.Header("Authorization")).OfType<string>().Select(h => h.Split(' ')[^1]).Distinct(),
        ];
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public void What_developers_and_players_act_with_stays_secret()
    {
        using var shell = new Shell();
        var account = sandbox.Hathora.Admin;
        var said = new List<string>();

        void Say(string script, params object?[] arguments) => said.AddRange(WhatIsSaid(shell, script, arguments));

        sandbox.Server.ClearRequests();
        Say("Connect-ChatService Hathora $args[0] -Token $args[1] -App arena -Verbose", sandbox.Hathora.BaseUri, SandboxFixture.Protect(account.Token));
        Say("$player = New-ChatPlayerToken -Nickname ann -Verbose; $player; $player | New-ChatLobby -Region Frankfurt -Verbose; New-ChatLobby -Region Tokyo -Verbose");
        Say("New-ChatLobby -Region Tokyo -PlayerToken $args[0] -Verbose", SandboxFixture.Protect("a-players-s3cret-token"));
        Say("New-ChatPlayerToken -GoogleIdToken $args[0] -Verbose", SandboxFixture.Protect("a-g00gle-s3cret-token"));
        sandbox.Hathora.Faults.FailNext(3);
        Say("$player | New-ChatLobby -Region Tokyo -Retry @{ MaxRetries = 1; InitialInterval = 0.01 } -Verbose; New-ChatPlayerToken -GoogleIdToken $args[0] -Verbose",
            SandboxFixture.Protect("an0ther-g00gle-token"));
        sandbox.Hathora.Faults.Clear();
        Say("Get-ChatRoom -First 1 -Verbose | Get-ChatRoomConnection -Verbose; Get-ChatRoom no-such-room -Verbose; Get-ChatSession; Disconnect-ChatService -Verbose");

        var player = (System.Security.SecureString)shell.RunClean("$player.Token").Single().BaseObject;
        var all = string.Join('\n', said);
        Assert.Contains("POST ", all, StringComparison.Ordinal);
        string[] secrets =
        [
            account.Token, "a-players-s3cret-token", "a-g00gle-s3cret-token", "an0ther-g00gle-token", new System.Net.NetworkCredential("", player).Password,
            .. sandbox.Server.Requests.Select(r => r.Header("Authorization")).OfType<string>().Select(h => h.Split(' ')[^1]).Distinct(),
        ];
        Assert.True(secrets.Distinct().Count() >= 6, "The anonymous player's token was on the wire.");
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_that_stand_in_paths_are_not_shown_with_them()
    {
        using var shell = new Shell();
        var hipChat = (HipChatService)sandbox.HipChat;
        var said = new List<string>();

        void Say(string script, params object?[] arguments) => said.AddRange(WhatIsSaid(shell, script, arguments));

        var client = new PSCredential(hipChat.ClientId, SandboxFixture.Protect(hipChat.ClientSecret));
        sandbox.Server.ClearRequests();
        Say("Connect-ChatService HipChat $args[0] -Token $args[1] -Verbose", hipChat.BaseUri, SandboxFixture.Protect(hipChat.Admin.Token));
        Say("Connect-ChatService HipChat $args[0] -Token $args[1] -Name wrong -Verbose", hipChat.BaseUri, SandboxFixture.Protect("wr0ng/t0ken+value=="));
        Say("Get-ChatToken -Verbose; Get-ChatToken -Token $args[0] -Verbose", SandboxFixture.Protect("an0ther/wrong+token"));
        Say("$token = New-ChatToken canary -Verbose; $token; $token | Get-ChatToken -Verbose");
        Say("$other = New-ChatToken -GrantType password -Credential $args[0] -Verbose; $other", new PSCredential(hipChat.Admin.Email, SandboxFixture.Protect(hipChat.Admin.Password)));
        Say("New-ChatToken -GrantType client_credentials -Credential $args[0] -Verbose", client);
        hipChat.Faults.FailNext(2);
        Say("Get-ChatToken -Token $token.Token -Retry @{ MaxRetries = 1; InitialInterval = 0.01 } -Verbose");
        hipChat.Faults.Clear();
        Say("$token | Remove-ChatToken -Force -Verbose; $token | Remove-ChatToken -Force -Verbose; Remove-ChatToken -Token $other.Token -Force -Verbose");
        Say("Connect-ChatService HipChat $args[0] -Credential $args[1] -Verbose; Disconnect-ChatService -Verbose", hipChat.BaseUri, client);

        var all = string.Join('\n', said);
        Assert.Contains("/v2/oauth/token/***", all, StringComparison.Ordinal);
        var paths = sandbox.Server.Requests.Select(r => r.Target.Split('/')).Where(p => p is [_, "v2", "oauth", "token", _]).Select(p => p[^1]).Distinct().ToArray();
        Assert.True(paths.Length >= 5);
        string[] secrets =
        [
            .. paths, .. paths.Select(Uri.UnescapeDataString), hipChat.Admin.Token, hipChat.Admin.Password, hipChat.ClientSecret,
            .. sandbox.Server.Requests.Select(r => r.Header("Authorization")).OfType<string>().Select(h => h.Split(' ')[^1]).Distinct(),
        ];
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    /// <summary>Everything a script shows, on whatever way.</summary>
    private static List<string> WhatIsSaid(Shell shell, string script, object?[] arguments)
    {
        var said = new List<string>();
        try
        {
            said.AddRange(shell.Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; {script}", arguments)
                .SelectMany(o => new[] { o.ToString() }.Concat(o.Properties.Select(p => $"{p.Name}={p.Value}"))));
        }
        catch (RuntimeException e)
        {
            said.Add(Everything(e.ErrorRecord));
        }
        said.Add(shell.Spoken);
        said.AddRange(shell.Errors.Select(Everything));
        said.AddRange(shell.RunClean("$Error | ForEach-Object { $_ }").Select(o => o.BaseObject is ErrorRecord e ? Everything(e) : o.ToString()!));
        return said;
    }

    // The exception's own text has its inner exceptions and their data in it.
    private static string Everything(ErrorRecord error) => string.Join('\n',
        error.ToString(), error.Exception.ToString(), error.ErrorDetails?.ToString(), error.ErrorDetails?.RecommendedAction,
        error.TargetObject?.ToString(), error.ScriptStackTrace, error.InvocationInfo?.Line);
}
