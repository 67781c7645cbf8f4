using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Changes rooms. What is not given stays as it is; an empty text clears a thing.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class SetChatRoomCommand : WriteCmdlet
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

    /// <summary>The new name that addresses the room.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new name people see.</summary>
    [Parameter]
    public string? DisplayName { get; set; }

    /// <summary>What the room is about now.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Topic { get; set; }

    /// <summary>What the room is for.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Purpose { get; set; }

    /// <summary>Who can come in: everybody (Public) or those invited (Private).</summary>
    [Parameter]
    [ValidateSet("Public", "Private")]
    public string? Privacy { get; set; }

    /// <summary>Words the room is filed under, instead of those it has.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? Tags { get; set; }

    /// <summary>The team the room moves to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? MoveTo { get; set; }

    /// <summary>Archives the room, or with $false brings it back.</summary>
    [Parameter]
    public SwitchParameter Archived { get; set; }

    /// <summary>Emits the changed rooms.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new RoomChange
        {
            Name = Name,
            DisplayName = DisplayName,
            Topic = Topic,
            Purpose = Purpose,
            Privacy = Privacy is null ? null : Enum.Parse<ChatRoomKind>(Privacy, ignoreCase: true),
            Tags = Tags,
            Team = MoveTo?.Value,
            Archived = MyInvocation.BoundParameters.ContainsKey(nameof(Archived)) ? Archived.IsPresent : null,
        };
        if (change == new RoomChange())
            throw new ChatException(ChatErrorReason.InvalidRequest, "Nothing to change was given.") { Advice = "Give at least one of the room's properties." };
        var (team, passThru) = (Team?.Value, PassThru.IsPresent);
        ForEach<IRoomEditor>(Room!, "Change room", (rooms, room, context) => Emit(rooms.UpdateAsync(room, team, change, context), passThru));
    }
}
