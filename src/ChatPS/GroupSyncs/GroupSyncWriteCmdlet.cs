using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.GroupSyncs;

/// <summary>A cmdlet that changes what groups are tied to.</summary>
public abstract class GroupSyncWriteCmdlet : WriteCmdlet
{
    private protected GroupSyncWriteCmdlet()
    {
    }

    /// <summary>The group: its id, its name or the object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>The team: its id, its name or the object. Together with -Room, the team that the room's name belongs to. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The room: its id, its name or the object. Left out, it is the team that is meant.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>Does something to each group and the team or room, after asking whether it should.</summary>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work. It must not look at the cmdlet's parameters: the next item changes them.</param>
    private protected void ForEachGroup(string action, Func<IGroupSyncs, string, GroupTarget, CallContext, Task<object?>> change)
    {
        foreach (var group in Group!)
        {
            Guard(group, () =>
            {
                var owner = OwnerOf(group, OwnerOf(Team, Room));
                var syncs = Require<IGroupSyncs>(owner);
                var target = new GroupTarget(Team?.Literal, Room?.Literal);
                var shown = Room?.Display ?? ConnectionFor(owner).Session.TeamOr(Team?.Display);
                if (Should($"{group.Display} and {shown}", action))
                    Submit(group, context => change(syncs, group.Literal, target, context));
            });
        }
    }
}
