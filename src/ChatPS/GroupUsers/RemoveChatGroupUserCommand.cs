using System.Management.Automation;

namespace ChatPS.GroupUsers;

/// <summary>Takes users out of a group that people made. All that are piped go in one request.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatGroupUser", SupportsShouldProcess = true)]
public sealed class RemoveChatGroupUserCommand : GroupUserWriteCmdlet
{
    private protected override bool IsAdding => false;
}
