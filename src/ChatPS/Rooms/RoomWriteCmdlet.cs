using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>A cmdlet that changes rooms.</summary>
public abstract class RoomWriteCmdlet : WriteCmdlet
{
    private protected RoomWriteCmdlet()
    {
    }

    /// <summary>The rooms: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to or, on Hathora, an app's name; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The app that the rooms belong to: its id, its name or the object. Left out, that of a piped room, or else the session's default app.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>Changes each of the rooms, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one room and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void ForEachRoom<T>(string action, Func<T, RoomRef, CallContext, Task<object?>> change, bool force = false) where T : class
    {
        foreach (var room in Room!)
        {
            Guard(room, () =>
            {
                var rooms = Require<T>(OwnerOf(App, room));
                var target = room.Ref(Team, App);
                if (Should(room.Display, action, force))
                    Submit(room, context => change(rooms, target, context));
            });
        }
    }
}
