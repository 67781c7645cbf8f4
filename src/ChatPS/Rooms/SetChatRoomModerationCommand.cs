using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Changes what members and guests may do in rooms. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoomModeration", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoomModeration))]
public sealed class SetChatRoomModerationCommand : WriteCmdlet
{
    /// <summary>The rooms: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>What they may do or not: create_post, create_reactions, manage_members, use_channel_mentions.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModeratedPermissionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Permission { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Lets members do it, or with $false forbids it.</summary>
    [Parameter]
    public SwitchParameter Members { get; set; }

    /// <summary>Lets guests do it, or with $false forbids it.</summary>
    [Parameter]
    public SwitchParameter Guests { get; set; }

    /// <summary>Emits how it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = (Members: Given(nameof(Members), Members), Guests: Given(nameof(Guests), Guests));
        RefuseNothing(change, (null, null));
        var (permissions, passThru) = (Permission!, PassThru.IsPresent);
        foreach (var room in Room!)
        {
            Guard(room, () =>
            {
                var rooms = Require<IRoomModerationEditor>(room);
                var target = room.Ref(Team, null);
                if (Should(room.Display, $"Change who may {string.Join(", ", permissions)}"))
                    Submit(room, context => Emit(rooms.UpdateAsync(target, permissions, change.Members, change.Guests, context), passThru));
            });
        }
    }
}
