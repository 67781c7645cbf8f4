using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>Gets the teams and the rooms that policies are for: first the teams, then the rooms.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRetentionPolicyMember", SupportsPaging = true)]
[OutputType(typeof(ChatTeam), typeof(ChatRoom))]
public sealed class GetChatRetentionPolicyMemberCommand : GetCmdlet
{
    /// <summary>The policies: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RetentionPolicyId")]
    [ArgumentCompleter(typeof(RetentionPolicyCompleter))]
    public RetentionPolicyIdentity[]? RetentionPolicy { get; set; }

    /// <summary>Whether teams or rooms are wanted. Left out, both.</summary>
    [Parameter]
    [ValidateSet("Team", "Room")]
    public string? Kind { get; set; }

    private protected override void Process()
    {
        foreach (var policy in RetentionPolicy!)
        {
            Guard(policy, () =>
            {
                var (members, id) = (Require<IRetentionPolicyMembers>(policy), policy.Literal);
                WriteList((window, context) => Kind?.ToUpperInvariant() switch
                {
                    "TEAM" => members.TeamsAsync(id, window, context),
                    "ROOM" => members.RoomsAsync(id, window, context),
                    _ => window.Cut(BothAsync(members, id, context)),
                });
            });
        }
    }

    private static async IAsyncEnumerable<ChatObject> BothAsync(IRetentionPolicyMembers members, string policy, Client.Http.CallContext context)
    {
        await foreach (var team in members.TeamsAsync(policy, Client.Paging.PageWindow.All, context).ConfigureAwait(false))
            yield return team;
        await foreach (var room in members.RoomsAsync(policy, Client.Paging.PageWindow.All, context).ConfigureAwait(false))
            yield return room;
    }
}
