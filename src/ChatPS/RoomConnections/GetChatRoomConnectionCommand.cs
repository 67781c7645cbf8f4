using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RoomConnections;

/// <summary>Gets how players get to rooms, and waits until they can when it is told to.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomConnection", SupportsPaging = true)]
[OutputType(typeof(ChatRoomConnection))]
public sealed class GetChatRoomConnectionCommand : GetCmdlet
{
    /// <summary>The rooms: ids or objects. Left out, the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that the app's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The app that the rooms belong to: its id, its name or the object. Left out, that of a piped room, or else the session's default app.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>Waits for each room until it is active. One that cannot become so any more is an error at once.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait for each room at most: a time span or a number of seconds. Left out, two minutes.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    private protected override void Process()
    {
        WriteTotal();
        foreach (var room in RoomsOrDefault(Room))
            Guard(room, () => Get(room));
    }

    private void Get(RoomIdentity room)
    {
        var connections = Require<IRoomConnectionReader>(OwnerOf(App, room));
        var target = room.Ref(Team, App);
        Write(Await(Wait ? connections.WaitAsync(target, Timeout, Context) : connections.GetAsync(target, Context)));
    }
}
