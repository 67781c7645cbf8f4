using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Deletes rooms; Mattermost archives them unless -Permanent is given.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatRoom", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatRoomCommand : WriteCmdlet
{
    /// <summary>The rooms: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Deletes beyond recovery, where the server allows it.</summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var (team, permanent) = (Team?.Value, Permanent.IsPresent);
        ForEach<IRoomRemover>(
            Room!,
            permanent ? "Delete room permanently" : "Delete room",
            (rooms, room, context) => Emit(rooms.RemoveAsync(room, team, permanent, context)),
            Force);
    }
}
