using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Creates a room, or opens a direct one with some users.</summary>
[Cmdlet(VerbsCommon.New, "ChatRoom", SupportsShouldProcess = true, DefaultParameterSetName = NamedSet)]
[OutputType(typeof(ChatRoom))]
public sealed class NewChatRoomCommand : WriteCmdlet
{
    private const string NamedSet = "Named";
    private const string DirectSet = "Direct";

    /// <summary>The name that addresses the room.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The team the room shall belong to; left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The name people see; left out, the same as the name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    public string? DisplayName { get; set; }

    /// <summary>What the room is about now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    public string? Topic { get; set; }

    /// <summary>What the room is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    public string? Purpose { get; set; }

    /// <summary>Who can come in: everybody (Public) or those invited (Private).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [Alias("Kind")]
    [ValidateSet("Public", "Private")]
    public string Privacy { get; set; } = nameof(ChatRoomKind.Public);

    /// <summary>The other person of a direct room, or the people of a group room.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DirectSet)]
    [Alias("UserId")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        var room = ParameterSetName == DirectSet
            ? new NewRoom { Kind = User!.Length == 1 ? ChatRoomKind.Direct : ChatRoomKind.Group, Users = [.. User.Select(u => u.Value)] }
            : new NewRoom
            {
                Name = Name,
                Team = Team?.Value,
                DisplayName = DisplayName,
                Topic = Topic,
                Purpose = Purpose,
                Kind = Enum.Parse<ChatRoomKind>(Privacy, ignoreCase: true),
            };
        var target = Name ?? string.Join(", ", room.Users);
        Guard(target, () =>
        {
            var rooms = Require<IRoomCreator>(User?.FirstOrDefault());
            if (ShouldProcess(target, "Create room"))
                Submit(target, context => Emit(rooms.CreateAsync(room, context)));
        });
    }
}
