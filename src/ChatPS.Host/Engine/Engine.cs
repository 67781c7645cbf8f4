using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ChatPS.Host;

/// <summary>
/// The engine with one runspace: runs text and files, shows their results through Out-Default, and stops them.
/// </summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;
    private readonly EngineHostUI _output;
    private readonly Stack<Pipeline> _running = new();
    private readonly Lock _gate = new();
    private int _nesting;

    public Engine(EngineHost host)
    {
        _output = host.Output;
        // CreateDefault would ask for the assemblies that only pwsh has.
        _runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
    }

    /// <summary>Somebody has stopped what ran last.</summary>
    public bool WasStopped { get; private set; }

    /// <returns>False after an error, which has been shown.</returns>
    public bool Import(string manifest)
    {
        var import = new Command("Import-Module");
        import.Parameters.Add("Name", manifest);
        import.Parameters.Add("ErrorAction", ActionPreference.Stop);
        return Execute(CreatePipeline(), import);
    }

    /// <returns>False after a terminating error, which has been shown.</returns>
    public bool RunText(string text, IEnumerable<CommandParameter>? parameters = null) =>
        Execute(CreatePipeline(text), new Command(text, isScript: true, useLocalScope: false), parameters);

    /// <param name="path">The script's full path.</param>
    /// <param name="parameters">The script's parameters.</param>
    /// <param name="exitEndsSession">Whether the script's exit code becomes the program's.</param>
    /// <returns>False after a terminating error, which has been shown.</returns>
    public bool RunFile(string path, IEnumerable<CommandParameter> parameters, bool exitEndsSession)
    {
        // The engine knows a script by its extension; a script with a shebang line needs none.
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
            return RunText(File.ReadAllText(path), parameters);

        if (exitEndsSession)
            EndSessionOnExit();
        return Execute(CreatePipeline(), new Command(path, isScript: false, useLocalScope: false), parameters);
    }

    /// <summary>Whether the last text succeeded by the measure of $?.</summary>
    public bool LastSucceeded() => Evaluate("$global:?") is [{ BaseObject: true }];

    public string Prompt() =>
        Evaluate("prompt") is [.., { } prompt] && prompt.ToString() is { Length: > 0 } text ? text : "PS> ";

    public CompletionChoices Complete(string text, int cursor)
    {
        using var shell = _nesting > 0 ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
        var found = CommandCompletion.CompleteInput(text, cursor, null, shell);
        return new CompletionChoices(
            found.ReplacementIndex,
            found.ReplacementLength,
            [.. found.CompletionMatches.Select(m => (m.CompletionText, m.ListItemText))]);
    }

    /// <summary>Runs an action that needs pipelines of its own within the one that is running.</summary>
    public void Nest(Action action)
    {
        _nesting++;
        try
        {
            action();
        }
        finally
        {
            _nesting--;
        }
    }

    /// <returns>False when nothing was running, or was already about to stop.</returns>
    public bool Stop()
    {
        lock (_gate)
        {
            if (!_running.TryPeek(out var pipeline) || pipeline.PipelineStateInfo.State != PipelineState.Running)
                return false;
            WasStopped = true;
            pipeline.StopAsync();
            return true;
        }
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>
    /// A script that the engine runs as a command keeps its `exit` to itself and only sets $LASTEXITCODE, which any
    /// program it starts sets too. pwsh has -File's `exit` end the session by this switch, and the engine offers
    /// no public way to it.
    /// </summary>
    private void EndSessionOnExit()
    {
        const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;
        var context = typeof(Runspace).GetProperty("ExecutionContext", Internal)?.GetValue(_runspace);
        var rethrow = context?.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Internal)
            ?? throw new InvalidOperationException("This version of the engine has no way to pass on a script's exit code.");
        rethrow.SetValue(context, true);
    }

    private Pipeline CreatePipeline() => _nesting > 0 ? _runspace.CreateNestedPipeline() : _runspace.CreatePipeline();

    // The engine puts $? back after a pipeline that isn't kept in the history.
    private Pipeline CreatePipeline(string historyText)
    {
        var pipeline = _nesting > 0
            ? _runspace.CreateNestedPipeline(historyText, addToHistory: true)
            : _runspace.CreatePipeline(historyText, addToHistory: true);
        pipeline.Commands.Clear();
        return pipeline;
    }

    private Collection<PSObject> Evaluate(string text)
    {
        using var pipeline = CreatePipeline();
        pipeline.Commands.AddScript(text);
        try
        {
            return pipeline.Invoke();
        }
        catch (RuntimeException)
        {
            return [];
        }
    }

    private bool Execute(Pipeline pipeline, Command command, IEnumerable<CommandParameter>? parameters = null)
    {
        foreach (var parameter in parameters ?? [])
            command.Parameters.Add(parameter);
        // Errors go through formatting like any object, in their place between the results.
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(command);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        try
        {
            Invoke(pipeline);
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (ParseException e) when (e.ErrorRecord.InvocationInfo is null)
        {
            // Of text that ends too early: it has no position, and the format for errors shows nothing without one.
            _output.WriteErrorLine(e.Message);
            return false;
        }
        catch (RuntimeException e)
        {
            Show(e.ErrorRecord);
            return false;
        }
    }

    private void Invoke(Pipeline pipeline)
    {
        lock (_gate)
        {
            WasStopped = false;
            _running.Push(pipeline);
        }

        try
        {
            pipeline.Invoke();
        }
        finally
        {
            lock (_gate)
                _running.Pop();
            pipeline.Dispose();
        }
    }

    private void Show(ErrorRecord error)
    {
        _output.ShowsError = true;
        try
        {
            using var pipeline = CreatePipeline();
            pipeline.Commands.Add("Out-Default");
            pipeline.Invoke(new[] { error });
        }
        finally
        {
            _output.ShowsError = false;
        }
    }
}
