using System.Management.Automation;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class LogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Quick = "-Retry @{ InitialInterval = 0.01 }";
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private HathoraService Service => (HathoraService)sandbox.Hathora;

    private App Arena => Service.State.Apps.Find(app => app.Name == "arena")!;

    private Process Busiest => Service.State.Rooms["arena-hall"].Allocation!.Process;

    private Process Stopped => Arena.Processes.First(process => process.TerminatedAt < DateTimeOffset.UtcNow && process.TerminatedAt > DateTimeOffset.UtcNow.AddHours(-70));

    private string Logs => $"/logs/v1/{Arena.Id}/process/";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        shell.RunClean("Set-ChatSession -App $args[0]", Arena.Id);
        return shell;
    }

    [Fact]
    public void GetLogsForProcess()
    {
        using var shell = Connect();
        var lines = shell.Run<ChatLog>("Get-ChatLog -Process $args[0] -Tail 3", Stopped.Id);
        Assert.Equal([$"GET {Logs}{Stopped.Id}?tailLines=3"], sandbox.Wire);
        Assert.Equal(3, lines.Count);
        Assert.Equal("stopped", lines[^1].Message);
        Assert.All(lines, line =>
        {
            Assert.Equal((Arena.Id, null, Stopped.Id, Stopped.Id, null), (line.AppId, line.AppName, line.ProcessId, line.Process, line.Source));
            Assert.EndsWith("Z " + line.Message, line.Raw, StringComparison.Ordinal);
        });
        Assert.Equal(Stopped.TerminatedAt!.Value.ToUnixTimeMilliseconds(), lines[^1].Timestamp!.Value.ToUnixTimeMilliseconds());
        // Nothing asked for, the platform decides.
        Assert.Equal(100, shell.Run<ChatLog>("Get-ChatLog arena -Process $args[0]", Busiest.Id).Count);
        Assert.Equal($"GET {Logs}{Busiest.Id}", sandbox.Wire.Last());
        Assert.Equal("arena", shell.Run<ChatLog>("Get-ChatLog arena -Process $args[0] -Tail 1", Busiest.Id).Single().AppName);
    }

    [Fact]
    public void Processes_and_rooms_are_piped_and_one_that_fails_leaves_the_others()
    {
        using var shell = Connect();
        shell.RunClean("$process = Get-ChatProcess -Process $args[0]; $room = Get-ChatRoom arena-hall; Set-ChatSession -App nobodys", Stopped.Id);
        Assert.Equal("stopped", shell.Run<ChatLog>("$process | Get-ChatLog -Tail 1").Single().Message);
        Assert.Equal("stopped", shell.Run<ChatLog>("Get-ChatLog -Process $process -Tail 1").Single().Message);
        Assert.Equal(Busiest.Id, shell.Run<ChatLog>("$room | Get-ChatLog -Tail 1").Single().ProcessId);
        var none = Guid.NewGuid().ToString();
        var lines = shell.Run("Get-ChatLog arena -Process $args[0], $args[1] -Tail 1", none, Busiest.Id);
        Assert.Equal(Busiest.Id, ((ChatLog)Assert.Single(lines).BaseObject).ProcessId);
        var error = Assert.Single(shell.Errors);
        Assert.Equal(none, error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Stopped.Id, shell.Run<ChatProcess>("$process | Get-ChatLog -Tail 1 | Get-ChatProcess").Single().Id);
    }

    [Fact]
    public void Rooms_of_one_process_have_one_log()
    {
        using var shell = Connect();
        Assert.Single(shell.Run<ChatLog>("Get-ChatRoom -Process $args[0] | Get-ChatLog -Tail 1", Busiest.Id));
        Assert.Single(sandbox.Wire, line => line.Contains("/logs/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChatLog")]
    [InlineData("Get-ChatLog arena")]
    [InlineData("Save-ChatLog")]
    [InlineData("Get-ChatRoom $args[0] | Get-ChatLog")]
    public void Without_a_process_there_is_no_log(string command)
    {
        using var shell = Connect();
        var suspended = Service.State.Rooms.Values.First(room => room.App == Arena && room is { DestroyedAt: null, Allocation: null });
        var error = shell.Fail(command, suspended.Id);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Process", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, line => line.Contains("/logs/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Source app", "ChatPS.NotSupported")]
    [InlineData("-Type web", "ChatPS.NotSupported")]
    [InlineData("-Tail 0", "ChatPS.InvalidRequest")]
    [InlineData("-Tail 5001", "ChatPS.InvalidRequest")]
    public void What_it_cannot_do_is_refused_before_it_is_asked(string parameters, string id)
    {
        using var shell = Connect();
        Assert.StartsWith(id, shell.Fail($"Get-ChatLog -Process p {parameters}").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_log_past_its_time_says_so()
    {
        using var shell = Connect();
        var old = Arena.Processes.Find(process => process.TerminatedAt < DateTimeOffset.UtcNow.AddHours(-73))!;
        foreach (var command in new[] { "Get-ChatLog -Process $args[0]", "Get-ChatLog -Process $args[0] -Wait", "Save-ChatLog -Process $args[0] -Path $args[1]" })
        {
            sandbox.Server.ClearRequests();
            var error = shell.Fail(command, old.Id, _folder);
            Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(410, ((ChatException)error.Exception).StatusCode);
            Assert.Contains("older than", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Single(sandbox.Wire);
        }
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Waiting_goes_on_with_what_comes_over_as_many_streams_as_it_takes()
    {
        using var shell = Connect();
        var process = shell.Run<ChatProcess>("New-ChatProcess -Region Sydney -Wait").Single().Id;
        Write(process, "last");
        sandbox.Server.ClearRequests();
        var more = new Queue<Action>(
        [
            () => Write(process, "#1"),
            () => EndStreams(() => Write(process, "#2")),
            () => EndStreams(() => Write(process, "#3", "#3", "#4")),
            () => { },
            () => { },
        ]);
        // The process has something to say of its own as well.
        var lines = shell.Run<ChatLog>(
            $"param($process, $more) Get-ChatLog -Process $process -Wait {Quick} | Where-Object Message -match '^(last|#.)$' | "
            + "ForEach-Object { if ($more.Count) { $more.Dequeue().Invoke() }; $_; if ($_.Message -eq '#4') { Stop-ChatProcess -Process $process } }",
            process,
            more);
        Assert.Equal(["last", "#1", "#2", "#3", "#3", "#4"], lines.Select(l => l.Message));
        Assert.Equal("", shell.Spoken);
        var asked = sandbox.Wire.Where(line => line.Contains("/logs/", StringComparison.Ordinal)).ToArray();
        Assert.Equal($"GET {Logs}{process}?follow=true", asked[0]);
        Assert.All(asked[1..3], line => Assert.Equal($"GET {Logs}{process}?follow=true&tailLines=5000", line));
        // It ended by itself, with its process.
        Assert.Equal($"GET {Logs}{process}?tailLines=5000", asked[^1]);
    }

    [Fact]
    public void Waiting_ends_with_the_process_and_its_last_word()
    {
        using var shell = Connect();
        var process = shell.Run<ChatProcess>("New-ChatProcess -Region Sydney -Wait").Single().Id;
        var lines = shell.Run<ChatLog>($"param($process) $once = $true; Get-ChatLog -Process $process -Wait {Quick} | ForEach-Object {{ $_; if ($once) {{ $once = $false; Stop-ChatProcess -Process $process }} }}", process);
        Assert.Equal("stopped", lines[^1].Message);
        Assert.Equal(lines.Count, lines.Select(l => l.Raw).Distinct().Count());
        Assert.Equal(lines.Select(l => l.Raw), shell.Run<ChatLog>("Get-ChatLog -Process $args[0]", process).Select(l => l.Raw));
    }

    [Fact]
    public void Logs_of_several_processes_are_followed_together()
    {
        using var shell = Connect();
        var lines = shell.Run<ChatLog>("Get-ChatProcess -Status running | Get-ChatLog -Tail 1 -Wait -Timeout 20 -First $args[0]", 6);
        Assert.Equal(6, lines.Count);
        Assert.True(lines.Select(l => l.ProcessId).Distinct().Count() > 1);
    }

    [Fact]
    public void DownloadLogForProcess()
    {
        using var shell = Connect();
        var file = shell.Run<FileInfo>("Save-ChatLog -Process $args[0] -Path $args[1] -PassThru", Stopped.Id, _folder).Single();
        Assert.Equal([$"GET {Logs}{Stopped.Id}/download"], sandbox.Wire);
        Assert.Equal(Path.Combine(_folder, Stopped.Id + ".log"), file.FullName);
        var lines = File.ReadAllLines(file.FullName);
        Assert.EndsWith(" stopped", lines[^1], StringComparison.Ordinal);
        Assert.True(lines.Length > 100);
        // Part of it comes as from Get-ChatLog.
        shell.RunClean("Get-ChatProcess -Process $args[0] | Save-ChatLog -Path $args[1] -Tail 2", Stopped.Id, Path.Combine(_folder, "part.log"));
        Assert.Equal(lines[^2..], File.ReadAllLines(Path.Combine(_folder, "part.log")));
        shell.RunClean("Save-ChatLog -Process $args[0] -Path $args[1] -First 2", Stopped.Id, Path.Combine(_folder, "head.log"));
        Assert.Equal(lines[..2], File.ReadAllLines(Path.Combine(_folder, "head.log")));
    }

    [Fact]
    public void A_download_that_breaks_is_begun_again_and_no_line_comes_twice()
    {
        using var shell = Connect();
        shell.RunClean("Save-ChatLog -Process $args[0] -Path $args[1]", Stopped.Id, Path.Combine(_folder, "whole.log"));
        sandbox.Hathora.Faults.CutNext(1);
        sandbox.Server.ClearRequests();
        try
        {
            shell.RunClean($"Save-ChatLog -Process $args[0] -Path $args[1] {Quick}", Stopped.Id, Path.Combine(_folder, "again.log"));
        }
        finally
        {
            sandbox.Hathora.Faults.Clear();
        }
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.Equal(File.ReadAllLines(Path.Combine(_folder, "whole.log")), File.ReadAllLines(Path.Combine(_folder, "again.log")));
    }

    [Fact]
    public void Each_process_has_a_file_and_WhatIf_leaves_none()
    {
        using var shell = Connect();
        shell.RunClean("Save-ChatLog -Process $args[0] -Path $args[1] -WhatIf", Busiest.Id, _folder);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Get-ChatProcess -Status running | Save-ChatLog -Path $args[0]", _folder);
        Assert.Equal(
            Arena.Processes.Where(p => p.StatusAt(DateTimeOffset.UtcNow) == "running").Select(p => p.Id + ".log").Order(),
            Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)!).Order());
    }

    [Fact]
    public async Task Waiting_ends_on_interruption()
    {
        using var shell = Connect();
        using var engine = PowerShell.Create(shell.Runspace);
        engine.AddScript("Get-ChatLog -Process $args[0] -Tail 1 -Wait").AddArgument(Busiest.Id);
        using var output = new PSDataCollection<PSObject>();
        var came = new TaskCompletionSource();
        output.DataAdded += (_, _) => came.TrySetResult();
        var run = engine.BeginInvoke<PSObject, PSObject>(null, output);
        await came.Task;
        engine.Stop();
        Assert.ThrowsAny<RuntimeException>(() => engine.EndInvoke(run));
        Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(30)));
    }

    private void Write(string process, params string[] lines) => Service.Exclusively(() =>
    {
        foreach (var line in lines)
            Arena.Processes.Find(p => p.Id == process)!.Write(Service.Clock.GetUtcNow(), line);
    });

    private void EndStreams(Action meanwhile)
    {
        sandbox.Hathora.Faults.EndStreams();
        meanwhile();
    }
}
