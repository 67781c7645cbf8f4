using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>Makes a policy of how long messages of some teams and rooms are kept.</summary>
[Cmdlet(VerbsCommon.New, "ChatRetentionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatRetentionPolicy))]
public sealed class NewChatRetentionPolicyCommand : WriteCmdlet
{
    /// <summary>The name that administrators see.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>How many days messages are kept. $null keeps them for ever.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowNull]
    public int? Day { get; set; }

    /// <summary>The teams that it is for: ids, names or objects.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>The rooms that it is for: ids, names (team/room) or objects.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        if (Day < 1)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Messages are kept for a day at least.") { Advice = "Give -Day 1 or more, or $null to keep them for ever." };
        if (Team is null && Room is null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A retention policy is for some teams or rooms.") { Advice = "Give -Team, -Room or both." };
        var policies = Require<IItemCreator<RetentionPolicyChange, ChatRetentionPolicy>>(OwnerOf(Team?.FirstOrDefault(), Room?.FirstOrDefault()));
        var policy = new RetentionPolicyChange
        {
            Name = Name,
            Days = new(Day),
            Teams = [.. (Team ?? []).Select(team => team.Value)],
            Rooms = [.. (Room ?? []).Select(room => room.Ref(null, null))],
        };
        if (Should(Name!, Day is null ? "Create policy: keep messages for ever" : $"Create policy: delete messages after {Day} days", Force))
            Submit(Name, context => Emit(policies.CreateAsync(policy, context)));
    }
}
