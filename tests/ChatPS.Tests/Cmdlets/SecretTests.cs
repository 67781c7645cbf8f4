using System.Management.Automation;

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

        void Say(string script, params object?[] arguments)
        {
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
        }

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

    // The exception's own text has its inner exceptions and their data in it.
    private static string Everything(ErrorRecord error) => string.Join('\n',
        error.ToString(), error.Exception.ToString(), error.ErrorDetails?.ToString(), error.ErrorDetails?.RecommendedAction,
        error.TargetObject?.ToString(), error.ScriptStackTrace, error.InvocationInfo?.Line);
}
