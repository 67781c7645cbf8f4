using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Commands;

/// <summary>Removes slash commands.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatCommand", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatCommandCommand : CommandWriteCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEachCommand<ITeamItemRemover<ChatCommand>>(
        "Remove slash command", (commands, team, command, context) => Emit(commands.RemoveAsync(team, command, context)), Force);
}
