using ChatPS.Host;

namespace ChatPS.Tests.Hosting;

/// <summary>One run of the host inside the test's process.</summary>
internal sealed record HostRun(int ExitCode, string Out, string Error)
{
    public static HostRun Of(HostInstallation installation, params string[] args) =>
        WithInput(installation, string.Empty, args);

    public static HostRun WithInput(HostInstallation installation, string input, params string[] args) =>
        On(installation, terminal: null, input, args);

    public static HostRun On(HostInstallation installation, ITerminal? terminal, string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new HostConsole { In = new StringReader(input), Out = output, Error = error, Terminal = terminal };
        using var runner = new HostRunner(console, installation.Root);
        var exitCode = runner.Run(args);
        return new HostRun(exitCode, Lines(output), Lines(error));
    }

    private static string Lines(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n");
}
