using System.Management.Automation;
using System.Management.Automation.Host;

namespace ChatPS.Host;

/// <summary>
/// Where the engine writes. Objects go to standard output; errors, warnings, verbose and debug lines to standard error,
/// so that redirected output holds data only. This half writes, the other half asks.
/// </summary>
internal sealed partial class EngineHostUI : PSHostUserInterface
{
    private readonly HostConsole _console;
    private readonly ProgressLine? _progress;
    private readonly ITerminal? _askOn;
    private readonly Lock _writing = new();

    public EngineHostUI(HostConsole console, bool nonInteractive)
    {
        _console = console;
        _askOn = nonInteractive ? null : console.Terminal;
        _progress = console.CanRedrawError && _askOn is not null ? new ProgressLine(console) : null;
        RawUI = new EngineHostRawUI(console, canAsk: _askOn is not null);
    }

    public override PSHostRawUserInterface RawUI { get; }

    // Formatting asks this before it puts colours into a table's header or into an error.
    public override bool SupportsVirtualTerminal => _console.ColorOut;

    /// <summary>
    /// Set while the error that ended a pipeline is shown: the engine marks an error of the pipeline itself as one,
    /// and gives a host no way to mark another.
    /// </summary>
    public bool ShowsError { get; set; }

    public override void Write(string value) => WriteOut(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteOut(Colored(foregroundColor, backgroundColor, value));

    public override void WriteLine() => WriteOut(Environment.NewLine);

    public override void WriteLine(string value)
    {
        if (ShowsError)
            WriteErrorLine(value);
        else
            WriteOut(value + Environment.NewLine);
    }

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteOut(Colored(foregroundColor, backgroundColor, value) + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteDiagnostic(FormatStyle.Error, value);

    public override void WriteWarningLine(string message) => WriteDiagnostic(FormatStyle.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteDiagnostic(FormatStyle.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteDiagnostic(FormatStyle.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_writing)
            _progress?.Show(record);
    }

    public void ClearProgress()
    {
        lock (_writing)
            _progress?.Clear();
    }

    private void WriteOut(string text)
    {
        lock (_writing)
        {
            _progress?.Clear();
            _console.Out.Write(GetOutputString(text, _console.ColorOut));
        }
    }

    private void WriteDiagnostic(FormatStyle style, string text)
    {
        if (_console.ColorError)
            text = GetFormatStyleString(style) + text + GetFormatStyleString(FormatStyle.Reset);

        lock (_writing)
        {
            _progress?.Clear();
            _console.Error.WriteLine(GetOutputString(text, _console.ColorError));
        }
    }

    private string Colored(ConsoleColor foreground, ConsoleColor background, string text) =>
        _console.ColorOut
            ? PSStyle.MapForegroundColorToEscapeSequence(foreground)
              + (background == RawUI.BackgroundColor ? "" : PSStyle.MapBackgroundColorToEscapeSequence(background))
              + text + GetFormatStyleString(FormatStyle.Reset)
            : text;
}
