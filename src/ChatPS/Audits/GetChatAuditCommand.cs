using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Audits;

/// <summary>Gets a server's notes of what people did, the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAudit", SupportsPaging = true)]
[OutputType(typeof(ChatAudit))]
public sealed class GetChatAuditCommand : GetCmdlet
{
    /// <summary>Whose deeds are wanted: ids, user names, e-mail addresses, me, or objects. Left out, everybody's.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        foreach (var user in User ?? [null!])
        {
            Guard(user, () =>
            {
                var audits = Require<IAuditReader>(user);
                WriteList((window, context) => audits.ListAsync(user?.Ref, window, context));
            });
        }
    }
}
