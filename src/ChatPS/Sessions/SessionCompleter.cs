using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ChatPS.Sessions;

/// <summary>Completes the names of the runspace's sessions.</summary>
internal sealed class SessionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        SessionStore.Current.Sessions.Select(s => s.Name)
            .Where(name => name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
