using System.Management.Automation.Language;

namespace ChatPS.Host;

/// <summary>Reads, runs and shows until `exit` or the end of input.</summary>
internal sealed class PromptLoop
{
    private readonly Engine _engine;
    private readonly EngineHost _host;
    private readonly HostConsole _console;
    private readonly LineEditor? _editor;

    public PromptLoop(Engine engine, EngineHost host, HostConsole console)
    {
        _engine = engine;
        _host = host;
        _console = console;
        if (console.Terminal is not null)
            _editor = new LineEditor(console.Terminal)
            {
                History = new LineHistory(),
                Complete = engine.Complete,
                IsComplete = IsComplete,
            };
    }

    public void Run()
    {
        while (_host.ExitCode is null)
        {
            var line = Read();
            if (line.End == LineEnd.EndOfInput)
                return;
            if (!string.IsNullOrWhiteSpace(line.Text))
                _engine.RunText(line.Text);
        }
    }

    /// <summary>A prompt within the running pipeline, as "Suspend" in a confirmation asks for.</summary>
    public void RunNested()
    {
        _engine.Nest(Run);
        // Its `exit` leaves the nested prompt only.
        _host.ForgetExit();
    }

    private static bool IsComplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return !errors.Any(e => e.IncompleteInput);
    }

    private TypedLine Read() => _editor is null ? ReadPlain(_engine.Prompt()) : _editor.Read(_engine.Prompt());

    private TypedLine ReadPlain(string prompt)
    {
        _console.Out.Write(prompt);
        var text = _console.In.ReadLine();
        if (text is null)
        {
            _console.Out.WriteLine();
            return new TypedLine(LineEnd.EndOfInput, string.Empty);
        }

        while (!IsComplete(text) && _console.In.ReadLine() is { } more)
            text += "\n" + more;
        return new TypedLine(LineEnd.Submitted, text);
    }
}
