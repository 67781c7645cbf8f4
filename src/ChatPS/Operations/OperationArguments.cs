using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using ChatPS.Client.Catalog;
using ChatPS.Common;

namespace ChatPS.Operations;

/// <summary>Names the parameters of operations for PowerShell.</summary>
internal static class OperationArguments
{
    private static readonly ConcurrentDictionary<Operation, IReadOnlyList<OperationArgument>> Known = new(ReferenceEqualityComparer.Instance);

    // The engine's own parameters, under all their names.
    private static readonly string[] Common =
    [
        "Verbose", "vb", "Debug", "db", "ErrorAction", "ea", "WarningAction", "wa", "InformationAction", "infa", "ProgressAction", "proga",
        "ErrorVariable", "ev", "WarningVariable", "wv", "InformationVariable", "iv", "OutVariable", "ov", "OutBuffer", "ob",
        "PipelineVariable", "pv", "WhatIf", "wi", "Confirm", "cf", "First", "Skip", "IncludeTotalCount", "UseTransaction", "usetx",
    ];

    // The names under which the module's objects carry these.
    private static readonly Dictionary<string, string> PipedAs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ChannelId"] = "RoomId",
        ["PostId"] = "MessageId",
    };

    private static readonly HashSet<string> Reserved = new(
        [.. Common, .. typeof(InvokeChatOperationCommand).GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)))
            .SelectMany(p => p.GetCustomAttribute<AliasAttribute>() is { } alias ? alias.AliasNames.Append(p.Name) : [p.Name])],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The arguments of an operation, each with a name of its own.</summary>
    public static IReadOnlyList<OperationArgument> Of(Operation operation) => Known.GetOrAdd(operation, Name);

    private static IReadOnlyList<OperationArgument> Name(Operation operation)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        var named = new List<(OperationParameter Parameter, string Name)>();
        // Who comes first has the plain name: what stands in the path is what the call is about.
        foreach (var parameter in operation.Parameters.OrderBy(Rank))
        {
            var plain = JsonObjects.PropertyName(parameter.Name) is { Length: > 0 } word ? word : parameter.In + "Value";
            var name = Candidates(plain, parameter.In).First(taken.Add);
            named.Add((parameter, name));
        }
        // A name of the API is as good as ours, unless it means another parameter.
        return
        [
            .. named.Select(n => new OperationArgument(
                n.Parameter,
                n.Name,
                [.. Others(n.Parameter, n.Name).Where(taken.Add)],
                n.Parameter.In == ParameterPlace.Body
                    ? operation.Parameters.FirstOrDefault(p => p.In == ParameterPlace.Path && p.Name == n.Parameter.Name)
                    : null)),
        ];
    }

    private static IEnumerable<string> Candidates(string plain, ParameterPlace place) =>
        [plain, place + plain, .. Enumerable.Range(2, 100).Select(number => $"{place}{plain}{number}")];

    private static IEnumerable<string> Others(OperationParameter parameter, string name)
    {
        yield return parameter.Name;
        if (parameter.In == ParameterPlace.Path && PipedAs.TryGetValue(name, out var piped))
            yield return piped;
    }

    private static int Rank(OperationParameter parameter) => parameter.In switch
    {
        ParameterPlace.Path => 0,
        ParameterPlace.Body => 1,
        ParameterPlace.Query => 2,
        _ => 3,
    };
}
