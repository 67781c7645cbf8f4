using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Commands;

/// <summary>Gets slash commands: the words behind a slash that other programs answer to.</summary>
[Cmdlet(VerbsCommon.Get, "ChatCommand", SupportsPaging = true)]
[OutputType(typeof(ChatCommand))]
public sealed class GetChatCommandCommand : GetCmdlet
{
    /// <summary>The commands: ids, words with or without the slash, objects, or patterns that words and names fit. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CommandId")]
    [ArgumentCompleter(typeof(CommandCompleter))]
    [SupportsWildcards]
    public CommandIdentity[]? Command { get; set; }

    /// <summary>The teams whose commands are wanted: ids, names or objects. Left out, the session's team, or all teams where it has none.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Gets the commands as well that the server brings along; whoever may not administer a team's commands sees with it those that are offered to him.</summary>
    [Parameter]
    public SwitchParameter IncludeBuiltIn { get; set; }

    private protected override void Process()
    {
        foreach (var team in Team ?? [null!])
        {
            Guard(team, () =>
            {
                var commands = Require<ICommandReader>(team);
                WriteItems(
                    Command,
                    (window, context) => commands.ListAsync(team?.Literal, IncludeBuiltIn, window, context),
                    (command, context) => commands.GetAsync(team?.Literal, command, context),
                    command => [command.Trigger, command.DisplayName]);
            });
        }
    }
}
