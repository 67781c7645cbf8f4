using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Changes who may enter rooms and who runs them. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoomSecurity", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoomSecurity))]
public sealed class SetChatRoomSecurityCommand : WriteCmdlet
{
    /// <summary>The rooms: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>What the room's people come from, in the platform's word, such as GROUP for those of its group; $null for nothing but names.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RoomSecurityTypeCompleter))]
    public string? Type { get; set; }

    /// <summary>All those who are to be administrators by name: ids, names or objects; an empty list for nobody. Set-ChatRoomUser changes one.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? ExtraAdmins { get; set; }

    /// <summary>Emits what holds then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new RoomSecurityChange(Given(nameof(Type), Type), ExtraAdmins is null ? null : Array.ConvertAll(ExtraAdmins, user => user.Ref));
        RefuseNothing(change, new RoomSecurityChange(default, null));
        var passThru = PassThru.IsPresent;
        ForEach<IRoomSecurityEditor>(
            Room!, "Change who runs room", (rooms, room, context) => Emit(rooms.UpdateAsync(new RoomRef(room), change, context), passThru));
    }
}
