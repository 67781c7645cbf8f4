using System.Management.Automation;

namespace ChatPS.GroupUsers;

/// <summary>Takes users into a group that people made. All that are piped go in one request.</summary>
[Cmdlet(VerbsCommon.Add, "ChatGroupUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroupUser))]
public sealed class AddChatGroupUserCommand : GroupUserWriteCmdlet
{
    /// <summary>Emits the memberships.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsAdding => true;

    private protected override bool IsWanted => PassThru;
}
