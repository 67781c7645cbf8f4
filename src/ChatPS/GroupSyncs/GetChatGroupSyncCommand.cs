using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.GroupSyncs;

/// <summary>Gets the teams and rooms that groups are tied to, into which their members come.</summary>
[Cmdlet(VerbsCommon.Get, "ChatGroupSync", SupportsPaging = true)]
[OutputType(typeof(ChatGroupSync))]
public sealed class GetChatGroupSyncCommand : GetCmdlet
{
    /// <summary>The groups: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>Only this team: its id, its name or the object. Together with -Room, the team that the room's name belongs to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Only this room: its id, its name or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    private protected override void Process()
    {
        foreach (var group in Group!)
        {
            Guard(group, () =>
            {
                var syncs = Require<IGroupSyncs>(OwnerOf(group, OwnerOf(Team, Room)));
                if (Team is null && Room is null)
                    WriteList((window, context) => syncs.ListAsync(group.Literal, window, context));
                else
                    Write(Await(syncs.GetAsync(group.Literal, new GroupTarget(Team?.Literal, Room?.Literal), Context)));
            });
        }
    }
}
