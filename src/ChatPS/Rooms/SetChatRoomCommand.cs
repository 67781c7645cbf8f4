using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Changes rooms. What is not given stays as it is; an empty text clears a thing.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class SetChatRoomCommand : RoomWriteCmdlet
{
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

    /// <summary>Takes those out of the room first who are not in the team it moves to; without it such a room does not move (Mattermost).</summary>
    [Parameter]
    public SwitchParameter RemoveOutsider { get; set; }

    /// <summary>Archives the room, or with $false brings it back.</summary>
    [Parameter]
    public SwitchParameter Archived { get; set; }

    /// <summary>What the room's server is told about it: a text, or a hashtable or another object that is sent as JSON text.</summary>
    [Parameter]
    public object? Config { get; set; }

    /// <summary>Whose the room shall be: an id, a name, an e-mail address, or the object (HipChat).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>Lets guests in who have no account, or with $false no longer (HipChat).</summary>
    [Parameter]
    public SwitchParameter GuestAccess { get; set; }

    /// <summary>The file of the room's new picture, a JPEG, PNG or GIF (HipChat); $null or an empty text for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Avatar { get; set; }

    /// <summary>The permission scheme of the room: its id, its name or the object; $null or an empty text for the server's own roles (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity? Scheme { get; set; }

    /// <summary>Lets only members of the groups in that are tied to the room, or with $false everybody again (Mattermost).</summary>
    [Parameter]
    public SwitchParameter GroupConstrained { get; set; }

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
            RemoveOutsider = RemoveOutsider,
            Archived = Given(nameof(Archived), Archived),
            Config = RoomConfig.TextOf(Config),
            Owner = Owner?.Ref,
            GuestAccess = Given(nameof(GuestAccess), GuestAccess),
            Scheme = Given(nameof(Scheme), Scheme?.Literal),
            GroupConstrained = Given(nameof(GroupConstrained), GroupConstrained),
            Avatar = GivenFile(nameof(Avatar), Avatar),
        };
        RefuseNothing(change, new RoomChange());
        if (RemoveOutsider && MoveTo is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Outsiders are those who are not in the team that a room moves to.") { Advice = "Name the team with -MoveTo." };
        var passThru = PassThru.IsPresent;
        ForEachRoom<IRoomEditor>("Change room", (rooms, room, context) => Emit(rooms.UpdateAsync(room, change, passThru, context), passThru));
    }
}
