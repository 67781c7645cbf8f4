using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Groups;

/// <summary>Gets groups of users: those that are named, those whose names fit a pattern, those of a team, a room or a user, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatGroup", SupportsPaging = true)]
[OutputType(typeof(ChatGroup))]
public sealed class GetChatGroupCommand : GetCmdlet
{
    /// <summary>The groups: ids, names, objects, or patterns that fit a name. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    /// <summary>Words for the platform's own search in names.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Only groups that are tied to this team: its id, its name or the object. Together with -Room, the team that the room's name belongs to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Only groups that are tied to this room: its id, its name or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>Only groups that this user belongs to: an id, a user name, an e-mail address, me, or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>Only groups that are not tied to this team: its id, its name or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? NotInTeam { get; set; }

    private protected override void Process()
    {
        foreach (var group in Group ?? [null!])
        {
            Guard(group, () =>
            {
                var groups = Require<IGroupReader>(group ?? OwnerOf(OwnerOf(Team, Room), OwnerOf(User, NotInTeam)));
                var filter = Filter();
                WriteItems(
                    group is null ? null : [group],
                    (window, context) => groups.ListAsync(filter, window, context),
                    groups.GetAsync,
                    found => [found.Name, found.DisplayName]);
            });
        }
    }

    private GroupFilter Filter()
    {
        var filter = new GroupFilter { Search = Search, Team = Team?.Literal, Room = Room?.Ref(Team, null), User = User?.Ref, NotInTeam = NotInTeam?.Literal };
        // Each is a list of its own, which the server narrows no further.
        var lists = new object?[] { (object?)Room ?? Team, User, (object?)Search ?? NotInTeam };
        return lists.Count(given => given is not null) <= 1 ? filter : throw new ChatException(
            ChatErrorReason.InvalidRequest, "The groups of a team, of a room, of a user, and those that are searched for are lists of their own.")
        {
            Advice = "Give one of -Team, -Room, -User and -Search, and pipe the groups to Where-Object.",
        };
    }
}
