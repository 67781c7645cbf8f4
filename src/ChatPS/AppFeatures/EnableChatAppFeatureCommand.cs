using System.Management.Automation;

namespace ChatPS.AppFeatures;

/// <summary>Switches features of an app on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "ChatAppFeature", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppFeature))]
public sealed class EnableChatAppFeatureCommand : AppFeatureWriteCmdlet
{
    private protected override void Process() => Switch("Enable feature", enabled: true);
}
