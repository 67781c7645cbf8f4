using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.GroupUsers;

/// <summary>Gets the members of groups.</summary>
[Cmdlet(VerbsCommon.Get, "ChatGroupUser", SupportsPaging = true)]
[OutputType(typeof(ChatGroupUser))]
public sealed class GetChatGroupUserCommand : GetCmdlet
{
    /// <summary>The groups: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public GroupIdentity[]? Group { get; set; }

    private protected override void Process()
    {
        foreach (var group in Group!)
        {
            Guard(group, () =>
            {
                var members = Require<IGroupUsers>(group);
                WriteList((window, context) => members.ListAsync(group.Literal, window, context), count: context => members.CountAsync(group.Literal, context));
            });
        }
    }
}
