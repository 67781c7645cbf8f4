using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Commands;

/// <summary>Runs a slash command in rooms, as if you had typed it there.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ChatCommand", SupportsShouldProcess = true)]
[OutputType(typeof(ChatCommandResponse))]
public sealed class InvokeChatCommandCommand : WriteCmdlet
{
    /// <summary>The rooms: ids, names or objects. Left out, the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>What is typed: the word, with or without the slash, and what belongs behind it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CommandCompleter))]
    public string? Command { get; set; }

    /// <summary>The team in which the name of a room is looked for: its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        var line = Command!.StartsWith('/') ? Command : "/" + Command;
        foreach (var room in RoomsOrDefault(Room))
        {
            Guard(room, () =>
            {
                var commands = Require<ICommandRunner>(OwnerOf(room, Team));
                var target = room.Ref(Team, null);
                if (Should(room.Display, $"Run {line}"))
                    Submit(room, context => Emit(commands.RunAsync(target, line, context)));
            });
        }
    }
}
