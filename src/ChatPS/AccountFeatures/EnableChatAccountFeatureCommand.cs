using System.Management.Automation;

namespace ChatPS.AccountFeatures;

/// <summary>Switches features of your own account on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "ChatAccountFeature", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAccountFeature))]
public sealed class EnableChatAccountFeatureCommand : AccountFeatureWriteCmdlet
{
    private protected override void Process() => Switch("Enable feature", enabled: true);
}
