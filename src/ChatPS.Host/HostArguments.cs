using System.Management.Automation.Runspaces;

namespace ChatPS.Host;

internal enum HostAction
{
    Tour,
    File,
    Command,
    Interactive,
    Help,
    Version,
}

/// <summary>What the command line asks for, read as pwsh reads its own.</summary>
internal sealed class HostArguments
{
    /// <summary>Stands for standard input where a file or a command is expected.</summary>
    public const string StandardInput = "-";

    // The second column is the shortest prefix that is taken: where it is longer than uniqueness asks,
    // the shorter one means another thing to pwsh.
    private static readonly (string Name, string Shortest, Option Option)[] Options =
    [
        ("command", "c", Option.Command),
        ("file", "f", Option.File),
        ("interactive", "i", Option.Interactive),
        ("help", "h", Option.Help),
        ("?", "?", Option.Help),
        ("version", "v", Option.Version),
        ("noninteractive", "noni", Option.NonInteractive),
        ("noexit", "noe", Option.NoExit),
        ("noprofile", "nop", Option.Ignored),
        ("nologo", "nol", Option.NoLogo),
        ("executionpolicy", "ex", Option.IgnoredWithValue),
        ("ep", "ep", Option.IgnoredWithValue),
    ];

    private enum Option
    {
        Command,
        File,
        Interactive,
        Help,
        Version,
        NonInteractive,
        NoExit,
        NoLogo,
        Ignored,
        IgnoredWithValue,
    }

    public HostAction Action { get; private set; } = HostAction.Tour;

    /// <summary>The command's text, or the file's path.</summary>
    public string Text { get; private set; } = string.Empty;

    public IReadOnlyList<CommandParameter> ScriptParameters { get; private set; } = [];

    public bool NonInteractive { get; private set; }

    /// <summary>Stay at the prompt after the file or the command.</summary>
    public bool NoExit { get; private set; }

    public bool NoLogo { get; private set; }

    /// <exception cref="HostUsageException">The command line makes no sense.</exception>
    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);

        var parsed = new HostArguments();
        for (var i = 0; i < args.Count; i++)
        {
            switch (Find(args[i]))
            {
                case null:
                    return parsed.SetFile(args, i);
                case Option.File when i + 1 == args.Count:
                    throw new HostUsageException("-File needs the path of a script.");
                case Option.File:
                    return parsed.SetFile(args, i + 1);
                case Option.Command when i + 1 == args.Count:
                    throw new HostUsageException("-Command needs the text of a command, or - to read it from standard input.");
                case Option.Command:
                    parsed.Action = HostAction.Command;
                    parsed.Text = string.Join(' ', args.Skip(i + 1));
                    return parsed;
                case Option.Help:
                    parsed.Action = HostAction.Help;
                    return parsed;
                case Option.Version:
                    parsed.Action = HostAction.Version;
                    return parsed;
                case Option.Interactive:
                    parsed.Action = HostAction.Interactive;
                    break;
                case Option.NonInteractive:
                    parsed.NonInteractive = true;
                    break;
                case Option.NoExit:
                    parsed.NoExit = true;
                    break;
                case Option.NoLogo:
                    parsed.NoLogo = true;
                    break;
                case Option.IgnoredWithValue:
                    i++;
                    break;
            }
        }

        return parsed;
    }

    /// <summary>Null for an argument that is no option, which is the path of a script.</summary>
    private static Option? Find(string arg)
    {
        if (arg is StandardInput || !arg.StartsWith('-'))
            return null;

        var name = arg.StartsWith("--", StringComparison.Ordinal) ? arg[2..] : arg[1..];
        var found = Options.Where(o => name.Length > 0 && o.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var (_, shortest, option) in found)
            if (name.StartsWith(shortest, StringComparison.OrdinalIgnoreCase))
                return option;

        throw new HostUsageException(found.Count > 1
            ? $"'{arg}' could be any of {string.Join(", ", found.Select(o => "-" + o.Name))}."
            : $"'{arg}' is not an option of this host; -Help lists them.");
    }

    private HostArguments SetFile(IReadOnlyList<string> args, int index)
    {
        Action = HostAction.File;
        Text = args[index];
        ScriptParameters = ReadScriptParameters(args.Skip(index + 1));
        return this;
    }

    /// <summary>
    /// As pwsh -File does: -Name and its value go to the engine apart, which pairs them by the script's own parameters;
    /// -Name:value goes as one, and only there do $true and $false mean booleans.
    /// </summary>
    private static List<CommandParameter> ReadScriptParameters(IEnumerable<string> args)
    {
        var parameters = new List<CommandParameter>();
        string? awaitingValue = null;
        foreach (var arg in args)
        {
            if (awaitingValue is not null)
            {
                parameters.Add(new CommandParameter(awaitingValue, arg));
                awaitingValue = null;
                continue;
            }

            var colon = arg.IndexOf(':', StringComparison.Ordinal);
            if (arg.Length < 2 || arg[0] != '-')
                parameters.Add(new CommandParameter(null, arg));
            else if (colon < 2 || !arg.AsSpan(1, colon - 1).ContainsOnlyWordCharacters())
                parameters.Add(new CommandParameter(arg));
            else if (colon == arg.Length - 1)
                awaitingValue = arg[..colon];
            else
                parameters.Add(new CommandParameter(arg[..colon], ReadValue(arg[(colon + 1)..])));
        }

        if (awaitingValue is not null)
            parameters.Add(new CommandParameter(awaitingValue));
        return parameters;
    }

    private static object ReadValue(string text) =>
        text.Equals("$true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("$false", StringComparison.OrdinalIgnoreCase) ? false
        : text;
}
