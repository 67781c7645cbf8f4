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
    private const string AppSet = "App";

    /// <summary>The name that addresses the room. On Hathora it is the room's id, and may be left out: the platform makes one then.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = AppSet)]
    [ValidateNotNullOrEmpty]
    [NameTransformation]
    public string? Name { get; set; }

    /// <summary>The team the room shall belong to or, on Hathora, that the app's name belongs to; left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [Parameter(ParameterSetName = AppSet)]
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

    /// <summary>Who can come in: everybody (Public) or those invited (Private). Left out, everybody.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NamedSet)]
    [Alias("Kind")]
    [ValidateSet("Public", "Private")]
    public string? Privacy { get; set; }

    /// <summary>Whose the room shall be: an id, a name, an e-mail address, or the object (HipChat). Left out, yours.</summary>
    [Parameter(ParameterSetName = NamedSet)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>Lets guests in who have no account, at an address that the room then has (HipChat).</summary>
    [Parameter(ParameterSetName = NamedSet)]
    public SwitchParameter GuestAccess { get; set; }

    /// <summary>The other person of a direct room, or the people of a group room.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DirectSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The app the room shall belong to: its id, its name or the object (Hathora). Left out, that of a deployment object, or else the session's default app.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = AppSet)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>The region that the room shall run in: its name, such as Frankfurt, or the object (Hathora, where it is needed).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = AppSet)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity? Region { get; set; }

    /// <summary>What the room's server is told about it (Hathora): a text, or a hashtable or another object that is sent as JSON text.</summary>
    [Parameter(ParameterSetName = AppSet)]
    public object? Config { get; set; }

    /// <summary>The deployment that the room shall run on (Hathora): an id or the object. Left out, the app's latest one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = AppSet)]
    [Alias("DeploymentId")]
    public DeploymentIdentity? Deployment { get; set; }

    /// <summary>The addresses that the players come from, which the platform may choose the place by (Hathora).</summary>
    [Parameter(ParameterSetName = AppSet)]
    public string[]? ClientIP { get; set; }

    private protected override void Process()
    {
        var owner = OwnerOf(OwnerOf(Team, App), OwnerOf(OwnerOf(Deployment, Region), User?.FirstOrDefault() ?? Owner));
        var room = new NewRoom
        {
            Name = Name,
            Team = Team?.Value,
            DisplayName = DisplayName,
            Topic = Topic,
            Purpose = Purpose,
            Kind = User is null
                ? Privacy is null ? null : Enum.Parse<ChatRoomKind>(Privacy, ignoreCase: true)
                : User.Length == 1 ? ChatRoomKind.Direct : ChatRoomKind.Group,
            Users = User is null ? [] : [.. User.Select(u => u.Value)],
            App = App?.Literal ?? Deployment?.AppId,
            Region = Region?.Literal,
            Config = RoomConfig.TextOf(Config),
            Deployment = Deployment?.Literal,
            ClientIPs = ClientIP,
            Owner = Owner?.Ref,
            GuestAccess = Given(nameof(GuestAccess), GuestAccess),
        };
        var target = Name ?? (User is null ? $"of {App?.Display ?? "the session's app"}" : string.Join(", ", room.Users));
        Guard(target, () =>
        {
            var rooms = Require<IRoomCreator>(owner);
            if (ShouldProcess(target, "Create room"))
                Submit(target, context => Emit(rooms.CreateAsync(room, context)));
        });
    }
}
