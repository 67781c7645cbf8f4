using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A runspace of the real engine with the staged module imported, as a user's shell has it.</summary>
internal sealed class Shell : IDisposable
{
    public Shell(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        // Nothing is shown here, and reading the views takes longer than all the rest of an import.
        state.DisableFormatUpdates = true;
        Runspace = RunspaceFactory.CreateRunspace(state);
        Runspace.Open();
        if (import)
            Run("Import-Module $args[0]", StagedModule.Manifest);
    }

    public Runspace Runspace { get; }

    /// <summary>The errors of the last run that did not terminate it.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; private set; } = [];

    /// <summary>Everything the last run said beside its output, as text: errors, warnings, verbose, debug, information, progress.</summary>
    public string Spoken { get; private set; } = "";

    /// <summary>Runs a script and gives its output. Non-terminating errors are in <see cref="Errors"/>.</summary>
    /// <exception cref="RuntimeException">The script was terminated by an error.</exception>
    public IReadOnlyList<PSObject> Run(string script, params object?[] arguments)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
            shell.AddArgument(argument);
        try
        {
            return [.. shell.Invoke()];
        }
        finally
        {
            Errors = [.. shell.Streams.Error];
            Spoken = string.Join('\n', new IEnumerable[]
            {
                shell.Streams.Error, shell.Streams.Warning, shell.Streams.Verbose, shell.Streams.Debug,
                shell.Streams.Information, shell.Streams.Progress,
            }.SelectMany(stream => stream.Cast<object>()).Select(record => record.ToString()));
        }
    }

    /// <summary>Runs a script that must go without errors.</summary>
    public IReadOnlyList<PSObject> RunClean(string script, params object?[] arguments)
    {
        var output = Run(script, arguments);
        Assert.Empty(Errors);
        return output;
    }

    /// <summary>The output's base objects, which must be of one type.</summary>
    public IReadOnlyList<T> Run<T>(string script, params object?[] arguments) =>
        [.. RunClean(script, arguments).Select(o => Assert.IsType<T>(o.BaseObject))];

    /// <summary>Runs a script that must end with one error, terminating or not, and gives it.</summary>
    public ErrorRecord Fail(string script, params object?[] arguments)
    {
        try
        {
            Run(script, arguments);
        }
        catch (RuntimeException e)
        {
            return e.ErrorRecord;
        }
        return Assert.Single(Errors);
    }

    public void Dispose() => Runspace.Dispose();
}
