using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.RoomUsers;

/// <summary>
/// A cmdlet that does something to users in rooms. Rooms come through the pipeline, or, when the room is named with
/// -Room, users do.
/// </summary>
public abstract class RoomUserCmdlet : UserWriteCmdlet
{
    private protected const string UserSet = "User";
    private protected const string MeSet = "Me";

    private protected RoomUserCmdlet()
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

    /// <summary>
    /// The users: ids, user names, e-mail addresses, or objects that belong to a user. When -Room is given they may
    /// come through the pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Changes each user in each room.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one user in one room and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="parameter">The parameter that asks for it, where the cmdlet can do more than that.</param>
    private protected void ForEachMember<T>(
        string action, Func<T, RoomRef, UserRef, CallContext, Task<object?>> change, string? parameter = null) where T : class, IUserWriter
    {
        var users = User is null ? [(null, UserRef.Me)] : Array.ConvertAll(User, user => ((UserIdentity?)user, user.Ref));
        foreach (var room in RoomsOrDefault(Room))
        {
            var target = new RoomRef(room.Value, Team?.Value);
            foreach (var (identity, user) in users)
            {
                object subject = user.IsMe ? room : user;
                Guard(subject, () =>
                {
                    var members = Require<T>(OwnerOf(room, identity), parameter);
                    if (Should($"{(user.IsMe ? "you" : user.UserName ?? user.Value)} in {room.Display}", action))
                        Gather(new UserWork(members, user, subject, context => change(members, target, user, context), target));
                });
            }
        }
    }
}
