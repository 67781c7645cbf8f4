namespace ChatPS.Tests.Hosting;

public sealed class PromptTests : IDisposable
{
    private readonly HostInstallation _installation = new();
    private readonly ScreenTerminal _terminal = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Says_at_the_start_that_it_is_the_bare_engine()
    {
        Assert.Contains("bare PowerShell", Run(_terminal.Control(ConsoleKey.D)).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("bare", Run(_terminal.Control(ConsoleKey.D), "-NoLogo").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_line_after_line_in_one_session()
    {
        Enter("$x = 20").Enter("$x +").Enter("22").Enter("nosuch").Enter("exit 5");

        var run = Run(_terminal, "-NoLogo");

        Assert.Equal((5, "42\n"), (run.ExitCode, run.Out));
        Assert.StartsWith("nosuch: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tab_completes_cmdlets_of_the_module_and_up_brings_lines_back()
    {
        _terminal.Type("Get-Gree").Press(ConsoleKey.Tab, ConsoleKey.Enter, ConsoleKey.UpArrow, ConsoleKey.Enter);
        Enter("Get-History | ForEach-Object CommandLine").Enter("exit");

        Assert.Equal(
            "hello from the module\nhello from the module\nGet-Greeting\nGet-Greeting\n",
            Run(_terminal, "-NoLogo").Out);
    }

    [Fact]
    public void Ctrl_C_gives_up_the_line_and_the_session_goes_on()
    {
        _terminal.Type("exit 9").Control(ConsoleKey.C);
        Enter("'still here'").Enter("exit");

        var run = Run(_terminal, "-NoLogo");

        Assert.Equal((0, "still here\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public void The_end_of_input_gives_the_last_results_code()
    {
        Enter("nosuch");

        Assert.Equal(1, Run(_terminal.Control(ConsoleKey.D)).ExitCode);
    }

    [Fact]
    public void Lines_can_come_from_redirected_input()
    {
        var run = HostRun.WithInput(_installation, "if ($true) {\n'piped'\n}\nexit 3\n", "-i", "-nologo");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("> piped\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void NoExit_goes_on_to_the_prompt_whatever_the_script_exits_with()
    {
        Enter("\"$LASTEXITCODE, $found\"").Enter("exit 4");
        var script = _installation.Write("x.ps1", "$found = 'kept'; exit 3");

        var run = HostRun.On(_installation, _terminal, "", "-NoLogo", "-NoExit", "-File", script);

        Assert.Equal((4, "3, kept\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public void Missing_parameters_are_asked_for()
    {
        Enter("function f { param([Parameter(Mandatory)][int] $Count, [Parameter(Mandatory)][string[]] $Name) \"$Count $Name\" }")
            .Enter("f").Enter("many").Enter("3").Enter("a").Enter("b").Enter("").Enter("exit");

        var run = Run(_terminal, "-NoLogo");

        Assert.EndsWith("3 a b\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("'many'", run.Error, StringComparison.Ordinal);
        Assert.Contains("Name[2]:", _terminal.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_at_a_question_stops_the_pipeline_that_asks()
    {
        Enter("$Host.UI.ReadLine(); 'not reached'")._terminal.Type("half").Control(ConsoleKey.C);
        Enter("exit 2");

        var run = Run(_terminal, "-NoLogo");

        Assert.Equal((2, "", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public void A_credential_is_asked_for_without_showing_the_password()
    {
        Enter("$c = $Host.UI.PromptForCredential('Log in', 'to the server', '', '')").Enter("alice").Enter("hunter2")
            .Enter("\"$($c.UserName) $($c.Password.Length)\"").Enter("exit");

        Assert.EndsWith("alice 7\n", Run(_terminal, "-NoLogo").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _terminal.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", "done")]
    [InlineData("", "done")]
    [InlineData("Yes to All", "done")]
    [InlineData("n", "skipped")]
    [InlineData("l", "skipped")]
    public void A_confirmation_takes_its_answer(string answer, string expected)
    {
        Confirming().Enter("?").Enter("nonsense").Enter(answer).Enter("exit");

        var output = Run(_terminal, "-NoLogo").Out;

        Assert.EndsWith(expected + "\n", output, StringComparison.Ordinal);
        Assert.Contains("Y - Continue", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confirmation_can_be_suspended_to_look_around()
    {
        Confirming().Enter("s").Enter("'looking'").Enter("exit").Enter("n").Enter("exit 6");

        var run = Run(_terminal, "-NoLogo");

        Assert.Equal(6, run.ExitCode);
        Assert.Contains("looking\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("skipped\n", run.Out, StringComparison.Ordinal);
    }

    private PromptTests Confirming() => Enter(
        "function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() "
        + "if ($PSCmdlet.ShouldProcess('x')) { 'done' } else { 'skipped' } }").Enter("f");

    private PromptTests Enter(string line)
    {
        _terminal.Type(line).Press(ConsoleKey.Enter);
        return this;
    }

    private HostRun Run(ScreenTerminal terminal, params string[] options) =>
        HostRun.On(_installation, terminal, "", [.. options, "-Interactive"]);
}
