using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ChatPS.Client.Platforms;
using ChatPS.Sessions;

namespace ChatPS.Operations;

/// <summary>Completes the ids of operations: those that begin with the word, or else those that have it in them.</summary>
internal sealed class OperationCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var session = fakeBoundParameters["Session"] switch
        {
            ChatSession given => given,
            string name => SessionStore.Current.Find(name),
            _ => SessionStore.Current.Default,
        };
        var platform = LanguagePrimitives.TryConvertTo(fakeBoundParameters["Platform"], out ChatPlatform wanted) && fakeBoundParameters["Platform"] is not null
            ? wanted : session?.Platform;
        var word = wordToComplete.Trim('\'', '"');
        var operations = PlatformRegistry.All.Where(p => platform is null || p.Name == platform)
            .SelectMany(p => p.Catalog.Operations)
            .Where(o => o.Id.Contains(word, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var beginning = operations.Where(o => o.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return (beginning.Length > 0 ? beginning : operations)
            .OrderBy(o => o.Id, StringComparer.OrdinalIgnoreCase)
            .Select(o => new CompletionResult(o.Id, o.Id, CompletionResultType.ParameterValue, $"{o.Method} {o.Path}{(o.IsDeprecated ? " (deprecated)" : "")}"));
    }
}
