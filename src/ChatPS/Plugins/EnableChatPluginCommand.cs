using System.Management.Automation;

namespace ChatPS.Plugins;

/// <summary>Lets installed plugins run.</summary>
[Cmdlet(VerbsLifecycle.Enable, "ChatPlugin", SupportsShouldProcess = true)]
[OutputType(typeof(ChatPlugin))]
public sealed class EnableChatPluginCommand : PluginSwitchCmdlet
{
    private protected override void Process() => SwitchEach("Enable plugin", enable: true);
}
