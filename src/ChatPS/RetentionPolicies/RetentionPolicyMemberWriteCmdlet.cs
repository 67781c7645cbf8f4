using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>A cmdlet that changes what a policy is for: all that comes down the pipeline goes in one request for teams and one for rooms.</summary>
public abstract class RetentionPolicyMemberWriteCmdlet : WriteCmdlet
{
    private const string RoomSet = "Room";
    private const string TeamSet = "Team";

    private readonly List<string> _teams = [];
    private readonly List<RoomRef> _rooms = [];
    private IRetentionPolicyMembers? _members;

    private protected RetentionPolicyMemberWriteCmdlet()
    {
    }

    /// <summary>The policy: its id, its name or the object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("RetentionPolicyId")]
    [ArgumentCompleter(typeof(RetentionPolicyCompleter))]
    public RetentionPolicyIdentity? RetentionPolicy { get; set; }

    /// <summary>The rooms: ids, names (team/room) or objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RoomSet)]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The teams: ids, names or objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = TeamSet)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Takes the teams and rooms that are named.</summary>
    private protected void Gather(string action, bool force = false)
    {
        foreach (var item in (Identity[])(ParameterSetName == TeamSet ? Team! : Room!))
        {
            Guard(item, () =>
            {
                var members = Require<IRetentionPolicyMembers>(OwnerOf(RetentionPolicy, item));
                // Policies of two servers may have one name.
                if (_members is not null && _members != members)
                    throw new ChatException(ChatErrorReason.InvalidRequest, $"'{item}' is of another session than those before it.") { Advice = "Give objects of one session at a time." };
                if (!Should($"{item.Display}, policy {RetentionPolicy!.Display}", action, force))
                    return;
                _members = members;
                if (item is RoomIdentity room)
                    _rooms.Add(room.Ref(null, null));
                else
                    _teams.Add(item.Value);
            });
        }
    }

    private protected sealed override void Last()
    {
        var (members, policy) = (_members, RetentionPolicy?.Literal);
        if (members is not null && policy is not null)
            Submit(policy, context => Emit(SendAsync(members, policy, _teams, _rooms, context)));
    }

    /// <summary>Sends what was gathered.</summary>
    private protected abstract Task SendAsync(IRetentionPolicyMembers members, string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context);
}
