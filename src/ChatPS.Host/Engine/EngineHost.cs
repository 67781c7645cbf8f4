using System.Globalization;
using System.Management.Automation.Host;

namespace ChatPS.Host;

/// <summary>What the engine knows of the program around it: the console, and how to end.</summary>
internal sealed class EngineHost(HostConsole console, bool nonInteractive) : PSHost
{
    private readonly EngineHostUI _ui = new(console, nonInteractive);

    public override string Name => "ChatPS.Host";

    public override Version Version { get; } = typeof(EngineHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public EngineHostUI Output => _ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>Set once a script says `exit`, or calls SetShouldExit.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Runs a prompt inside the pipeline that is running; null where there is no prompt.</summary>
    public Action? NestedPrompt { get; set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public void ForgetExit() => ExitCode = null;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null)
            throw EngineHostUI.CannotAsk("open a nested prompt");
        NestedPrompt();
    }

    // A nested prompt ends as a session does; who began it forgets the exit afterwards.
    public override void ExitNestedPrompt() => ExitCode ??= 0;

    public override void NotifyBeginApplication() => _ui.ClearProgress();

    public override void NotifyEndApplication()
    {
    }
}
