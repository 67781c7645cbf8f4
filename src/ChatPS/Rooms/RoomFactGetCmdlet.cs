using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>A cmdlet that gets what is known of rooms beside the rooms themselves.</summary>
public abstract class RoomFactGetCmdlet : SessionCmdlet
{
    private protected RoomFactGetCmdlet()
    {
    }

    /// <summary>The rooms: ids, names or objects. Left out, the session's room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Gets what is known of each room. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="get">Asks for it and emits it.</param>
    private protected void ForEachRoom<T>(Action<T, RoomRef> get) where T : class
    {
        foreach (var room in RoomsOrDefault(Room))
            Guard(room, () => get(Require<T>(room), room.Ref(Team, null)));
    }
}
