using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AccountFeatures;

/// <summary>Gets what can be switched on for your own account, and whether it is.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAccountFeature", SupportsPaging = true)]
[OutputType(typeof(ChatAccountFeature))]
public sealed class GetChatAccountFeatureCommand : OrderedGetCmdlet
{
    /// <summary>The features: ids, names or patterns. Left out, all that there are.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountFeatureId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountFeatureCompleter))]
    public FeatureIdentity[]? Feature { get; set; }

    private protected override void Process() => WriteItemsOf<ChatAccountFeature>(Feature, feature => [feature.Name]);
}
