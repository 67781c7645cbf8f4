using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Sandboxes;

/// <summary>Lists the running sandboxes.</summary>
[Cmdlet(VerbsCommon.Get, "ChatSandbox")]
[OutputType(typeof(ChatSandbox))]
public sealed class GetChatSandboxCommand : ChatCmdlet
{
    /// <summary>Only those of these platforms.</summary>
    [Parameter(Position = 0)]
    public ChatPlatform[]? Platform { get; set; }

    private protected override void Process() =>
        WriteObject(SandboxStore.All.Where(s => Platform is null || Platform.Contains(s.Platform)), enumerateCollection: true);
}
