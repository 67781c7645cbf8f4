using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.GroupUsers;

/// <summary>A cmdlet that takes users into a group or out of it: all that are piped go in one request for each group.</summary>
public abstract class GroupUserWriteCmdlet : WriteCmdlet
{
    private readonly Dictionary<(IGroupUsers Members, string Group), List<UserIdentity>> _gathered = [];

    private protected GroupUserWriteCmdlet()
    {
    }

    /// <summary>The users: ids, user names, e-mail addresses, me, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The group: its id, its name or the object. It has to be one that people made: those of the directory get their members from there.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity? Group { get; set; }

    /// <summary>Whether they come in, or go out.</summary>
    private protected abstract bool IsAdding { get; }

    /// <summary>Whether the memberships are emitted.</summary>
    private protected virtual bool IsWanted => false;

    private protected sealed override void Process()
    {
        foreach (var user in User!)
        {
            Guard(user, () =>
            {
                var members = Require<IGroupUsers>(OwnerOf(user, Group));
                if (!Should($"{user.Display} in {Group!.Display}", IsAdding ? "Add to group" : "Remove from group"))
                    return;
                if (!_gathered.TryGetValue((members, Group.Literal), out var users))
                    _gathered[(members, Group.Literal)] = users = [];
                users.Add(user);
            });
        }
    }

    private protected sealed override void Last()
    {
        var isAdding = IsAdding;
        foreach (var ((members, group), users) in _gathered)
        {
            SubmitTogether(
                users,
                context => members.ChangeAsync(group, users.ConvertAll(user => user.Ref), isAdding, context),
                IsWanted);
        }
    }
}
