using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Sandboxes;

/// <summary>Stops sandboxes; their data is gone with them.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ChatSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopChatSandboxCommand : ChatCmdlet
{
    /// <summary>The sandboxes to stop, with all platforms that were started along with them; left out, every one that runs.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public ChatSandbox[]? Sandbox { get; set; }

    private protected override void Process()
    {
        foreach (var group in (Sandbox ?? SandboxStore.All).GroupBy(s => s.Server))
        {
            if (group.Key.IsRunning && ShouldProcess(string.Join(", ", group), "Stop"))
                Await(SandboxStore.StopAsync(group.Key));
        }
    }
}
