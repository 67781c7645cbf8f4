using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AppFeatures;

/// <summary>Gets what can be switched on for apps, and whether it is.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppFeature", SupportsPaging = true)]
[OutputType(typeof(ChatAppFeature))]
public sealed class GetChatAppFeatureCommand : AppItemGetCmdlet
{
    /// <summary>The features: ids, names or patterns. Left out, all that there are.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppFeatureId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AppFeatureCompleter))]
    public FeatureIdentity[]? Feature { get; set; }

    private protected override void Process() => WriteItems<ChatAppFeature>(Feature, feature => [feature.Name]);
}
