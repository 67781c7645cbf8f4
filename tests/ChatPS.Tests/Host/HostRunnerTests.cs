using ChatPS.Host;

namespace ChatPS.Tests.Hosting;

public sealed class HostRunnerTests : IDisposable
{
    private readonly HostInstallation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData("exit 3", 3, false)]
    [InlineData("exit", 0, false)]
    [InlineData("function f { exit 7 }; f; 'not reached'", 7, false)]
    [InlineData("nosuch; 'goes on'", 0, true)]
    [InlineData("'ends with an error'; nosuch", 0, true)]
    [InlineData("dotnet nosuch.dll 2>$null; 'a program failed, the script did not'", 0, false)]
    [InlineData("throw 'boom'", 1, true)]
    [InlineData("if (", 1, true)]
    [InlineData("param([Parameter(Mandatory)] $X) $X", 1, true)]
    [InlineData("$Host.SetShouldExit(9)", 9, false)]
    public void A_file_ends_with_pwshs_exit_code(string script, int expected, bool showsError)
    {
        var run = HostRun.Of(_installation, "-File", _installation.Write("x.ps1", script));

        Assert.Equal(expected, run.ExitCode);
        Assert.DoesNotContain("not reached", run.Out, StringComparison.Ordinal);
        Assert.Equal(showsError, run.Error.Length > 0);
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("nosuch", 1)]
    [InlineData("nosuch; 1", 0)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("1 +", 1)]
    [InlineData("exit 4", 4)]
    [InlineData("& <script>", 1)]
    [InlineData("& <script>; exit $LASTEXITCODE", 3)]
    public void A_command_ends_with_pwshs_exit_code(string command, int expected)
    {
        var script = _installation.Write("x.ps1", "exit 3");

        var run = HostRun.Of(_installation, "-Command", command.Replace("<script>", $"'{script}'", StringComparison.Ordinal));

        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public void A_script_knows_itself_and_its_parameters()
    {
        var script = _installation.Write("a [1]/it's.ps1", """
            param([string] $Name, [switch] $On, [switch] $Off, [int] $Count, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name,$On,$Off,$Count,$Rest"
            $PSCommandPath
            $PSScriptRoot
            $MyInvocation.MyCommand.Path
            """);

        var run = HostRun.Of(_installation, script, "-Count", "4", "-Name:a b", "-On", "-Off:$false", "x", "y");

        Assert.Equal($"a b,True,False,4,x y\n{script}\n{Path.GetDirectoryName(script)}\n{script}\n", run.Out);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_script_without_extension_runs_as_a_script()
    {
        var run = HostRun.Of(_installation, _installation.Write("tool", "#!/usr/bin/env chatps\n\"args $args\"; exit 6"), "1", "2");

        Assert.Equal((6, "args 1 2\n"), (run.ExitCode, run.Out));
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-File")]
    public void Standard_input_can_hold_the_script(string option)
    {
        var run = HostRun.WithInput(_installation, "if ($true) {\n  'from input'\n}\nexit 5", option, "-");

        Assert.Equal((5, "from input\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public void Objects_go_to_output_and_everything_else_to_error()
    {
        var run = HostRun.Of(_installation, "-Command", """
            function Show {
                [CmdletBinding()] param()
                $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteDebug('d'); nosuch
                $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'activity', 'status'))
                [pscustomobject]@{ Name = 'ops'; Members = 3 }
            }
            $DebugPreference = 'Continue'
            Show -Verbose
            """);

        Assert.Equal("\nName Members\n---- -------\nops        3\n\n", run.Out);
        Assert.StartsWith("WARNING: w\nVERBOSE: v\nDEBUG: d\nnosuch: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("activity", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirected_output_has_no_escape_codes()
    {
        var run = HostRun.Of(_installation, "-Command", "\"`e[31mred`e[0m\"; $Host.UI.Write('Red', 'Black', 'too'); nosuch");

        Assert.Equal("red\ntoo", run.Out);
        Assert.DoesNotContain('\e', run.Error);
    }

    [Theory]
    [InlineData("$Host.UI.ReadLine()")]
    [InlineData("$Host.UI.ReadLineAsSecureString()")]
    [InlineData("$Host.UI.RawUI.ReadKey()")]
    [InlineData("$Host.UI.PromptForCredential('c', 'm', 'u', 't')")]
    [InlineData("$Host.EnterNestedPrompt()")]
    [InlineData("""
        function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() [void]$PSCmdlet.ShouldProcess('x') }
        f; if (-not $?) { exit 1 }; throw
        """)]
    public void A_question_that_nobody_can_answer_is_an_error(string command)
    {
        var run = HostRun.WithInput(_installation, "must not be read\n", "-Command", command);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("-NonInteractive, or its input or output is redirected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NonInteractive_forbids_questions_on_a_terminal_too()
    {
        var terminal = new ScreenTerminal().Type("answer").Press(ConsoleKey.Enter);

        var run = HostRun.On(_installation, terminal, "", "-NonInteractive", "-Command", "$Host.UI.ReadLine()");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(terminal.Screen);
    }

    [Fact]
    public void The_module_is_imported()
    {
        var run = HostRun.Of(_installation, "-Command", "Get-Greeting; (Get-Module ChatPS).Version.ToString()");

        Assert.Equal("hello from the module\n1.2.3\n", run.Out);
    }

    [Fact]
    public void Without_arguments_it_runs_the_tour_and_says_what_it_is()
    {
        _installation.Write("docs/examples/tour.ps1", "Get-Greeting; exit 2");

        var run = HostRun.Of(_installation);

        Assert.Equal($"{HostText.Notice}\nhello from the module\n", run.Out);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("-File nosuch.ps1", 64, "nosuch.ps1")]
    [InlineData("", 64, "tour.ps1")]
    [InlineData("-Bogus", 64, "-Bogus")]
    public void A_wrong_command_line_is_told_and_nothing_runs(string line, int exitCode, string named)
    {
        var run = HostRun.Of(_installation, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_missing_or_broken_module_is_told()
    {
        _installation.Write("out/ChatPS/ChatPS.psd1", "@{ ModuleVersion = 'broken'");
        var broken = HostRun.Of(_installation, "-Command", "1");
        File.Delete(Path.Combine(_installation.Root, "out/ChatPS/ChatPS.psd1"));
        var missing = HostRun.Of(_installation, "-Command", "1");

        Assert.Equal((70, ""), (broken.ExitCode, broken.Out));
        Assert.Contains("ChatPS.psd1", broken.Error, StringComparison.Ordinal);
        Assert.Equal((70, ""), (missing.ExitCode, missing.Out));
        Assert.Contains("dotnet build", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Help", "Usage:")]
    [InlineData("-Version", "PowerShell engine 7.")]
    public void Help_and_version_need_no_module(string option, string expected)
    {
        Directory.Delete(Path.Combine(_installation.Root, "out"), recursive: true);

        var run = HostRun.Of(_installation, option);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_running_pipeline()
    {
        var started = new TaskCompletionSource();
        using var output = new SignallingWriter("started", started);
        using var error = new StringWriter();
        var console = new HostConsole { In = TextReader.Null, Out = output, Error = error };
        using var runner = new HostRunner(console, _installation.Root);
        Assert.False(runner.Interrupt());

        var run = Task.Run(() => runner.Run(["-Command", "'started'; while ($true) { [Threading.Thread]::Sleep(20) }"]));
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(runner.Interrupt());

        Assert.Equal(130, await run.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Empty(error.ToString());
    }

    private sealed class SignallingWriter(string awaited, TaskCompletionSource signal) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(awaited, StringComparison.Ordinal) ?? false)
                signal.TrySetResult();
        }
    }
}
