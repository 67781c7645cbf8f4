using System.Management.Automation;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Heroku;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatLogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Quick = "-Retry @{ InitialInterval = 0.01 }";
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private IEnumerable<SandboxRequestRecord> Sessions => sandbox.Server.Requests.Where(r => r.Target.EndsWith("/log-sessions", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_session_is_opened_by_the_api_and_read_without_the_token()
    {
        using var shell = sandbox.ConnectWithApps("parts");
        Log("parts", "from the app");
        sandbox.Server.ClearRequests();
        var lines = shell.Run<ChatLog>("Get-ChatLog parts -Tail 2 -Source app -Process web.1");
        Assert.Equal("""{"dyno_name":"web.1","source":"app","lines":2}""", Assert.Single(Sessions).Body);
        Assert.Equal("POST /apps/parts/log-sessions", sandbox.Wire.First());
        var read = sandbox.Server.Requests[^1];
        Assert.Equal("GET", read.Method);
        Assert.Null(read.Header("Authorization"));
        Assert.Null(read.Header("Request-Id"));
        Assert.Equal("text/plain", read.Header("Accept"));

        var line = Assert.Single(lines);
        Assert.Equal(("app", "web.1", "from the app", "parts", "parts"), (line.Source, line.Process, line.Message, line.AppId, line.AppName));
        Assert.NotNull(line.Timestamp);
        Assert.EndsWith(" app[web.1]: from the app", line.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_given_is_not_sent()
    {
        using var shell = sandbox.ConnectWithApps("plain");
        Assert.NotEmpty(shell.Run<ChatLog>("Get-ChatLog plain"));
        Assert.Equal("", Sessions.Single().Body.Trim('{', '}'));
        shell.RunClean("$null = Get-ChatLog plain -Type web -Lines 5");
        Assert.Equal("""{"type":"web","lines":5}""", Sessions.Last().Body);
    }

    [Fact]
    public void Lines_in_another_form_are_kept()
    {
        using var shell = sandbox.ConnectWithApps("odd");
        Log("odd", "Unhandled exception\n   at Cart.Add()\n\n   at Main()");
        var lines = shell.Run<ChatLog>("Get-ChatLog odd -Tail 1");
        Assert.Equal(["Unhandled exception", "   at Cart.Add()", "", "   at Main()"], lines.Select(l => l.Message));
        Assert.Equal([true, false, false, false], lines.Select(l => l.Timestamp is not null));
        Assert.Equal("   at Main()", lines[^1].Raw);
    }

    [Fact]
    public void Apps_are_taken_as_objects_properties_and_the_default_and_one_that_fails_leaves_the_others()
    {
        using var shell = sandbox.ConnectWithApps("first-app", "second-app");
        Log("first-app", "one");
        Log("second-app", "two");
        var lines = shell.Run("(Get-ChatApp first-app), [pscustomobject]@{ AppId = 'nobodys' }, [pscustomobject]@{ AppId = 'second-app' } | Get-ChatLog -Tail 1");
        Assert.Equal(["one", "two"], lines.Select(l => ((ChatLog)l.BaseObject).Message));
        Assert.Equal("first-app", ((ChatLog)lines[0].BaseObject).AppName);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("nobodys", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("two", shell.Run<ChatLog>("Set-ChatSession -App second-app; Get-ChatLog -Tail 1").Single().Message);
        Assert.Equal(shell.RunClean("(Get-ChatApp first-app).Id"), shell.RunClean("(Get-ChatLog first-app -Tail 1 | Get-ChatApp).Id"));
    }

    [Fact]
    public void First_and_skip_take_a_part()
    {
        using var shell = sandbox.ConnectWithApps("counted");
        Log("counted", "a", "b", "c", "d");
        Assert.Equal(["b", "c"], shell.Run<ChatLog>("Get-ChatLog counted -Tail 4 -Skip 1 -First 2").Select(l => l.Message));
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Get-ChatLog counted -First 0"));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Waiting_goes_on_with_what_comes_over_as_many_sessions_as_it_takes()
    {
        using var shell = sandbox.ConnectWithApps("busy");
        Log("busy", "old", "last");
        var more = new Queue<Action>(
        [
            () => Log("busy", "1"),
            () => EndStreams(() => Log("busy", "2")),
            () => EndStreams(() => Log("busy", "3", "3", "4")),
            () => { },
            () => { },
        ]);
        var lines = shell.Run<ChatLog>(
            $"param($more) Get-ChatLog busy -Tail 1 -Wait -First 6 {Quick} | ForEach-Object {{ if ($more.Count) {{ $more.Dequeue().Invoke() }}; $_ }}", more);
        Assert.Equal(["last", "1", "2", "3", "3", "4"], lines.Select(l => l.Message));
        Assert.Equal(["""{"lines":1,"tail":true}""", """{"lines":1500,"tail":true}""", """{"lines":1500,"tail":true}"""], Sessions.Select(r => r.Body));
        Assert.Equal("", shell.Spoken);
    }

    [Fact]
    public void Logs_of_several_apps_come_together_and_one_that_ends_with_an_error_leaves_the_others()
    {
        using var shell = sandbox.ConnectWithApps("left", "right");
        var more = new Queue<Action>([() => Log("left", "l1"), () => Log("right", "r1"), () => Log("left", "l2")]);
        Log("right", "r0");
        var lines = shell.Run(
            $"param($more) 'left', 'nobodys', 'right' | Get-ChatLog -Tail 1 -Source app -Process web.1 -Wait -First 4 {Quick} | ForEach-Object {{ if ($more.Count) {{ $more.Dequeue().Invoke() }}; $_ }}",
            more).Select(l => (ChatLog)l.BaseObject);
        Assert.Equal(["right r0", "left l1", "right r1", "left l2"], lines.Select(l => $"{l.AppName} {l.Message}"));
        Assert.Equal("nobodys", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void Waiting_ends_when_nobody_wants_more_or_the_time_is_up()
    {
        using var shell = sandbox.ConnectWithApps("quiet");
        Assert.Single(shell.RunClean("do { Get-ChatLog quiet -Tail 1 -Wait | ForEach-Object { $_; break } } while ($false)"));
        Assert.Empty(shell.RunClean("Get-ChatLog quiet -Tail 0 -Wait -Timeout 0.2"));
        Assert.Equal("""{"lines":0,"tail":true}""", Sessions.Last().Body);
        Assert.Equal("", shell.Spoken);
        Gone();
    }

    [Fact]
    public async Task Waiting_ends_on_interruption()
    {
        using var shell = sandbox.ConnectWithApps("endless");
        using var engine = PowerShell.Create(shell.Runspace);
        engine.AddScript("Get-ChatLog endless -Tail 1 -Wait");
        using var output = new PSDataCollection<PSObject>();
        var came = new TaskCompletionSource();
        output.DataAdded += (_, _) => came.TrySetResult();
        var run = engine.BeginInvoke<PSObject, PSObject>(null, output);
        await came.Task;
        engine.Stop();
        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.ThrowsAny<RuntimeException>(() => engine.EndInvoke(run));
        Gone();
    }

    [Fact]
    public void A_log_that_ends_with_its_app_is_an_error_of_that_app()
    {
        using var shell = sandbox.ConnectWithApps("doomed");
        var error = shell.Fail($"$once = $true; Get-ChatLog doomed -Tail 1 -Wait {Quick} | ForEach-Object {{ if ($once) {{ $once = $false; Remove-ChatApp doomed -Force }} }}");
        Assert.Equal("doomed", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_lines_is_told_nobody()
    {
        using var shell = sandbox.ConnectWithApps("secretive");
        sandbox.Heroku.Faults.AppliesTo = (_, path) => path.StartsWith("/logplex", StringComparison.Ordinal);
        sandbox.Heroku.Faults.FailNext(9, 500);
        try
        {
            var error = shell.Fail("Get-ChatLog secretive -Verbose -Retry @{ InitialInterval = 0.01; MaxRetries = 1 }");
            Assert.StartsWith("ChatPS.ServerError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("POST", shell.Spoken, StringComparison.Ordinal);
            Assert.DoesNotContain("logplex", shell.Spoken + error.Exception + error.ErrorDetails, StringComparison.Ordinal);
        }
        finally
        {
            sandbox.Heroku.Faults.Clear();
        }
    }

    [Fact]
    public void Other_platforms_have_no_logs_and_say_who_does()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var command in new[] { "Get-ChatLog x", "Save-ChatLog x" })
        {
            var error = shell.Fail(command);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Heroku", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Logs_are_saved_to_files_of_their_apps_names()
    {
        using var shell = sandbox.ConnectWithApps("saved-one", "saved-two");
        var raw = shell.RunClean("Get-ChatLog saved-one, saved-two").Select(l => ((ChatLog)l.BaseObject).Raw).ToArray();
        var files = shell.Run("'saved-one', 'nobodys', 'saved-two' | Save-ChatLog -Path $args[0] -PassThru", _folder);
        Assert.Equal("nobodys", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal([Path.Combine(_folder, "saved-one.log"), Path.Combine(_folder, "saved-two.log")], files.Select(f => ((FileInfo)f.BaseObject).FullName));
        Assert.Equal(raw, files.SelectMany(f => File.ReadAllLines(((FileInfo)f.BaseObject).FullName)));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.NotEqual(0xEF, File.ReadAllBytes(((FileInfo)files[0].BaseObject).FullName)[0]);
    }

    [Fact]
    public void What_is_there_stays_or_is_added_to_or_replaced_as_told()
    {
        using var shell = sandbox.ConnectWithApps("kept");
        Log("kept", "new");
        var path = Path.Combine(_folder, "one.log");
        File.WriteAllText(path, "old\n");
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatLog kept $args[0]", path).FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Save-ChatLog kept $args[0] -Force -WhatIf; Save-ChatLog kept $args[1] -WhatIf", path, Path.Combine(_folder, "two.log"));
        Assert.Empty(sandbox.Wire);
        Assert.Equal("old\n", File.ReadAllText(path));
        Assert.Empty(shell.RunClean("Save-ChatLog kept $args[0] -Tail 1 -Append", path));
        Assert.Collection(File.ReadAllLines(path), l => Assert.Equal("old", l), l => Assert.EndsWith(": new", l, StringComparison.Ordinal));
        shell.RunClean("Save-ChatLog kept $args[0] -Tail 1 -Force", path);
        Assert.EndsWith(": new", Assert.Single(File.ReadAllLines(path)), StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("'kept', 'kept' | Save-ChatLog -Path $args[0] -Force", path).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_grows_with_its_log_and_an_empty_log_is_an_empty_file()
    {
        using var shell = sandbox.ConnectWithApps("growing");
        Log("growing", "a", "b", "c");
        shell.RunClean("Save-ChatLog growing $args[0] -Tail 3 -Wait -Skip 1 -First 2", Path.Combine(_folder, "part.log"));
        Assert.Collection(
            File.ReadAllLines(Path.Combine(_folder, "part.log")), l => Assert.EndsWith("b", l, StringComparison.Ordinal), l => Assert.EndsWith("c", l, StringComparison.Ordinal));
        shell.RunClean("Save-ChatLog growing $args[0] -Tail 0", Path.Combine(_folder, "empty.log"));
        Assert.Empty(File.ReadAllBytes(Path.Combine(_folder, "empty.log")));
    }

    [Fact]
    public async Task An_interrupted_save_leaves_what_came()
    {
        using var shell = sandbox.ConnectWithApps("cut-short");
        Log("cut-short", "here already");
        using var engine = PowerShell.Create(shell.Runspace);
        engine.AddScript("Save-ChatLog cut-short $args[0] -Tail 1 -Wait").AddArgument(_folder);
        var run = engine.BeginInvoke();
        var path = Path.Combine(_folder, "cut-short.log");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!File.Exists(path) || new FileInfo(path).Length == 0)
            await Task.Delay(10, patience.Token);
        engine.Stop();
        Assert.ThrowsAny<RuntimeException>(() => engine.EndInvoke(run));
        Assert.EndsWith(": here already", Assert.Single(await File.ReadAllLinesAsync(path)), StringComparison.Ordinal);
        // Nobody holds it any more.
        File.Delete(path);
    }

    private void Log(string app, params string[] messages)
    {
        foreach (var message in messages)
            ((HerokuService)sandbox.Heroku).State.Apps.Find(app)!.Write(sandbox.Heroku.Clock.GetUtcNow(), "app", "web.1", message);
    }

    private void EndStreams(Action meanwhile)
    {
        sandbox.Heroku.Faults.EndStreams();
        meanwhile();
    }

    /// <summary>Waits until no client listens any more; a stream that is not let go of never ends.</summary>
    private void Gone() => Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(30)));
}
