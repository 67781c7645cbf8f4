using System.Management.Automation;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Commands;

/// <summary>A cmdlet that changes slash commands.</summary>
public abstract class CommandWriteCmdlet : WriteCmdlet
{
    private protected CommandWriteCmdlet()
    {
    }

    /// <summary>The commands: ids, words with or without the slash, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CommandId")]
    [ArgumentCompleter(typeof(CommandCompleter))]
    public CommandIdentity[]? Command { get; set; }

    /// <summary>The team in which a word is looked for: its id, its name or the object. Left out, the session's team, or all teams where it has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Changes each of the commands, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one command of a team and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void ForEachCommand<T>(string action, Func<T, string?, string, CallContext, Task<object?>> change, bool force = false) where T : class
    {
        var team = Team?.Literal;
        ForEach<T>(Command!, action, (commands, command, context) => change(commands, team, command, context), force, Team);
    }
}
