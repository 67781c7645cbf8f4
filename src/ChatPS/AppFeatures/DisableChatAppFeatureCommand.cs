using System.Management.Automation;

namespace ChatPS.AppFeatures;

/// <summary>Switches features of an app off.</summary>
[Cmdlet(VerbsLifecycle.Disable, "ChatAppFeature", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppFeature))]
public sealed class DisableChatAppFeatureCommand : AppFeatureWriteCmdlet
{
    private protected override void Process() => Switch("Disable feature", enabled: false);
}
