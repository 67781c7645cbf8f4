namespace ChatPS.Host;

/// <summary>The whole program but for the process: a command line in, an exit code out.</summary>
internal sealed class HostRunner(HostConsole console, string? searchFrom = null) : IDisposable
{
    private Engine? _engine;
    private bool _atPrompt;

    public int Run(IReadOnlyList<string> args)
    {
        try
        {
            return Run(HostArguments.Parse(args));
        }
        catch (HostUsageException e)
        {
            return Fail(ExitCode.Usage, e.Message);
        }
    }

    /// <summary>Stops what is running, for Ctrl+C.</summary>
    /// <returns>False when the process should rather end: nothing runs, or it is told so for the second time.</returns>
    public bool Interrupt() => (_engine?.Stop() ?? false) || _atPrompt;

    public void Dispose() => _engine?.Dispose();

    private int Run(HostArguments arguments)
    {
        switch (arguments.Action)
        {
            case HostAction.Help:
                console.Out.WriteLine(HostText.Help);
                return ExitCode.Success;
            case HostAction.Version:
                console.Out.WriteLine($"PowerShell engine {HostText.EngineVersion}");
                return ExitCode.Success;
        }

        if (Installation.FindAbove(searchFrom ?? AppContext.BaseDirectory) is not { } installation)
            return Fail(
                ExitCode.StartupFailed, "No out/ChatPS/ChatPS.psd1 in any folder above the host: `dotnet build` puts it there.");

        var file = arguments.Action switch
        {
            HostAction.Tour => ExistingFile(installation.Tour),
            HostAction.File when arguments.Text != HostArguments.StandardInput => ExistingFile(arguments.Text),
            _ => null,
        };

        var host = new EngineHost(console, arguments.NonInteractive);
        _engine = new Engine(host);
        if (!_engine.Import(installation.Manifest))
            return _engine.WasStopped ? ExitCode.Interrupted : ExitCode.StartupFailed;

        var prompt = new PromptLoop(_engine, host, console);
        if (console.Terminal is not null && !arguments.NonInteractive)
            host.NestedPrompt = prompt.RunNested;

        var completed = RunAction(_engine, arguments, file);
        if (arguments.NoExit || arguments.Action == HostAction.Interactive)
            return host.ExitCode ?? RunPrompt(prompt, host, arguments.NoLogo);

        if (host.ExitCode is { } code)
            return code;
        if (_engine.WasStopped)
            return ExitCode.Interrupted;
        // A script's errors are its own affair, a command's last one is the answer: pwsh makes the same difference.
        var succeeded = completed && (arguments.Action != HostAction.Command || _engine.LastSucceeded());
        return succeeded ? ExitCode.Success : ExitCode.Failure;
    }

    private bool RunAction(Engine engine, HostArguments arguments, string? file)
    {
        if (arguments.Action == HostAction.Tour)
            console.Out.WriteLine(HostText.Notice);

        return arguments.Action switch
        {
            HostAction.Interactive => true,
            _ when file is not null => engine.RunFile(file, arguments.ScriptParameters, exitEndsSession: !arguments.NoExit),
            _ when arguments.Text == HostArguments.StandardInput => engine.RunText(console.In.ReadToEnd(), arguments.ScriptParameters),
            _ => engine.RunText(arguments.Text),
        };
    }

    private int RunPrompt(PromptLoop prompt, EngineHost host, bool noLogo)
    {
        if (!noLogo)
            console.Out.WriteLine(HostText.Banner);

        _atPrompt = true;
        prompt.Run();
        return host.ExitCode ?? (_engine!.LastSucceeded() ? ExitCode.Success : ExitCode.Failure);
    }

    private static string ExistingFile(string path) =>
        File.Exists(path)
            ? Path.GetFullPath(path)
            : throw new HostUsageException($"There is no script '{path}'.");

    private int Fail(int code, string message)
    {
        console.Error.WriteLine($"ChatPS.Host: {message}");
        return code;
    }
}
