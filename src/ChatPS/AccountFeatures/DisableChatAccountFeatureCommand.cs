using System.Management.Automation;

namespace ChatPS.AccountFeatures;

/// <summary>Switches features of your own account off.</summary>
[Cmdlet(VerbsLifecycle.Disable, "ChatAccountFeature", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAccountFeature))]
public sealed class DisableChatAccountFeatureCommand : AccountFeatureWriteCmdlet
{
    private protected override void Process() => Switch("Disable feature", enabled: false);
}
