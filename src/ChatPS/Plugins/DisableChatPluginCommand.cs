using System.Management.Automation;

namespace ChatPS.Plugins;

/// <summary>Stops plugins; they stay installed, with what they have stored.</summary>
[Cmdlet(VerbsLifecycle.Disable, "ChatPlugin", SupportsShouldProcess = true)]
[OutputType(typeof(ChatPlugin))]
public sealed class DisableChatPluginCommand : PluginSwitchCmdlet
{
    private protected override void Process() => SwitchEach("Disable plugin", enable: false);
}
